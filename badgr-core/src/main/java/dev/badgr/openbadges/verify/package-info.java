/** Verifies badges: {@link dev.badgr.openbadges.verify.Verifier} takes whatever a person hands over, and answers with a report. */
@NullMarked
package dev.badgr.openbadges.verify;

import org.jspecify.annotations.NullMarked;
