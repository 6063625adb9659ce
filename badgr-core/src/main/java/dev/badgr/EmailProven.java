package dev.badgr;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;

/**
 * The address is proven; now the person fills in a {@link Profile}.
 *
 * @param challenge the proof: keep it in the person's session
 * @param email what was proven
 * @param terms what to show for agreement
 * @param until by when the form must be completed
 */
public record EmailProven(ChallengeId challenge, EmailAddress email, TermsVersion terms, Instant until)
        implements IdentityOutcome {}
