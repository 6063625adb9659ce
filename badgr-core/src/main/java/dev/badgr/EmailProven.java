package dev.badgr;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import java.time.Instant;

/**
 * The address is proven; now the person fills in a {@link Profile}, on a page that shows {@link Consents#current}.
 *
 * @param challenge the proof: keep it in the person's session
 * @param email what was proven
 * @param until by when the form must be completed
 */
public record EmailProven(ChallengeId challenge, EmailAddress email, Instant until) implements IdentityOutcome {}
