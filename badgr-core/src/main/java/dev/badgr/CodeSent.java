package dev.badgr;

import dev.badgr.email.ChallengeId;
import java.time.Instant;

/**
 * A mail with a code is on its way. The same answer whether the address has an account or not.
 *
 * @param challenge to keep in the person's session
 * @param sentTo the address, masked
 * @param expiresAt until when the code can be confirmed
 * @param resendAt from when on another can be asked for
 */
public record CodeSent(ChallengeId challenge, String sentTo, Instant expiresAt, Instant resendAt)
        implements IdentityOutcome {}
