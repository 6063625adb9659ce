/** Proofs that are embedded in a credential (W3C Data Integrity), on JSON-LD in safe mode with contexts that come along. Not for hosts. */
@NullMarked
package dev.badgr.openbadges.proof;

import org.jspecify.annotations.NullMarked;
