/** A verification on its way: what it goes by, has fetched and has found. Not for hosts. */
@NullMarked
package dev.badgr.openbadges.check;

import org.jspecify.annotations.NullMarked;
