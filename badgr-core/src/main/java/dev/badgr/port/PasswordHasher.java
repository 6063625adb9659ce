package dev.badgr.port;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import java.util.Optional;

/**
 * Hashes passwords; Argon2id unless the host brings its own. Safe for use by many threads. May bound how many work at once.
 */
public interface PasswordHasher {
    /**
     * Hashes a password under a new salt.
     *
     * @return empty if too many wait already: the person may try again
     */
    Optional<PasswordHash> hash(Password password);

    /**
     * Whether the password is the one that was hashed.
     *
     * @param stored empty where there is no account: takes as long as a check, and is {@code false}
     * @return empty if too many wait already
     */
    Optional<Boolean> matches(Password password, Optional<PasswordHash> stored);

    /** Whether a stored hash was made with weaker parameters than a new one would be. */
    boolean isOutdated(PasswordHash stored);
}
