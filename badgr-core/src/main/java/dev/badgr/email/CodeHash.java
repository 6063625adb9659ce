package dev.badgr.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The HMAC of a code under one of the host's keys, and which key that was: all that is stored of a code.
 *
 * @param value six characters that name the key, a dot, and 43 characters of base64url
 */
public record CodeHash(String value) {
    private static final int DOT = 6;
    private static final int LENGTH = 50;

    public CodeHash {
        Objects.requireNonNull(value, "value");
        if (value.length() != LENGTH || value.charAt(DOT) != '.') {
            throw new IllegalArgumentException("value: not a code's HMAC");
        }
    }

    /** Of the parts that are to be kept secret, under this key. */
    static CodeHash of(HmacKey key, String... parts) {
        return new CodeHash(key.id() + "." + key.macText(parts));
    }

    /** Which key it was made with: {@link HmacKey#id}. */
    public String keyId() {
        return value.substring(0, DOT);
    }

    /** Whether it is the same, in a time that doesn't tell how much of it is. */
    boolean matches(CodeHash other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "CodeHash[redacted]";
    }
}
