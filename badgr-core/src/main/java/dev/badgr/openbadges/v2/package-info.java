/** Verification of Open Badges 2.0; 1.0 and 1.1 are read as 2.0. Not for hosts. */
@NullMarked
package dev.badgr.openbadges.v2;

import org.jspecify.annotations.NullMarked;
