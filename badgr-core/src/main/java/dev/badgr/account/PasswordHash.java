package dev.badgr.account;

import java.util.Objects;

/**
 * A stored password: a PHC string, which names its algorithm and parameters. {@code toString} is redacted.
 *
 * @param phc such as {@code $argon2id$v=19$m=19456,t=2,p=1$...}; at most 255 characters
 */
public record PasswordHash(String phc) {
    public PasswordHash {
        Objects.requireNonNull(phc, "phc");
        if (phc.isEmpty() || phc.length() > 255) {
            throw new IllegalArgumentException("phc: 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
