package dev.badgr.text;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Bytes as text that needs no escaping in a URL (RFC 4648, section 5), without padding. Safe for use by many threads. */
public final class Base64Url {
    private static final int TOKEN_BYTES = 16;

    private Base64Url() {}

    /** These bytes. */
    public static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 128 new bits as 22 characters; from a {@link java.security.SecureRandom} where nobody may guess them. */
    public static String token(RandomGenerator random) {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        return of(bits);
    }

    /**
     * The bytes of a text. Each text stands for other bytes: padding, blanks, and bits left over at its end are refused, so that
     * nothing signed can be written in two ways (RFC 4648, 3.5).
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static byte[] parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!of(bytes).equals(text)) {
            throw new IllegalArgumentException("text: not in the one form that base64url has");
        }
        return bytes;
    }
}
