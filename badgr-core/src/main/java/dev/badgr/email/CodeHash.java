package dev.badgr.email;

import java.util.Objects;

/**
 * The HMAC of a code under the host's key, all that is stored of it. Comparing two in plain time is safe: whoever guesses
 * codes can't choose hashes.
 *
 * @param value 43 characters of base64url
 */
public record CodeHash(String value) {
    public CodeHash {
        Objects.requireNonNull(value, "value");
        if (value.length() != 43) {
            throw new IllegalArgumentException("value: not a code's HMAC");
        }
    }

    @Override
    public String toString() {
        return "CodeHash[redacted]";
    }
}
