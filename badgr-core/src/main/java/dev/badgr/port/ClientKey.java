package dev.badgr.port;

import java.util.Objects;

/**
 * By what a client is recognised for counting, as a hash: the store learns no network address.
 *
 * @param value 43 characters of base64url
 */
public record ClientKey(String value) {
    public ClientKey {
        Objects.requireNonNull(value, "value");
        if (value.length() != 43) {
            throw new IllegalArgumentException("value: 43 characters of base64url");
        }
    }
}
