/** Verification of Open Badges 3.0: achievement and endorsement credentials, and the lists that their status is in. Not for hosts. */
@NullMarked
package dev.badgr.openbadges.v3;

import org.jspecify.annotations.NullMarked;
