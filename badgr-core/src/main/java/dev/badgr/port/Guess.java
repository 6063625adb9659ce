package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHashes;
import dev.badgr.email.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * One guess at a code.
 *
 * @param challenge which challenge
 * @param purpose what for; another purpose than the challenge's makes it unknown
 * @param account for which account; another than the challenge's makes it unknown. Empty asks for none in particular
 * @param hashes the guess, as it would be stored under each key that judges
 * @param client from where
 * @param now when
 */
public record Guess(
        ChallengeId challenge,
        Purpose purpose,
        Optional<AccountId> account,
        CodeHashes hashes,
        ClientKey client,
        Instant now) {}
