/** JSON as it comes from outside: read within limits into an immutable tree. Not for hosts. */
@NullMarked
package dev.badgr.openbadges.json;

import org.jspecify.annotations.NullMarked;
