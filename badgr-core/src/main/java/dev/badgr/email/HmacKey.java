package dev.badgr.email;

import dev.badgr.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A 256-bit secret for HMAC-SHA-256 (RFC 2104) that the host keeps outside the database. Immutable and safe for use by
 * many threads; its {@code toString} shows nothing.
 */
public final class HmacKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 6;

    private final SecretKeySpec secret;
    private final String id;

    private HmacKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("secret: needs exactly 32 bytes (256 bits), has " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.id = macText("key-id").substring(0, ID_LENGTH);
    }

    /** From 32 bytes, which are copied. */
    public static HmacKey of(byte[] secret) {
        return new HmacKey(secret);
    }

    /** From the base64 form of 32 bytes, as {@code openssl rand -base64 32} prints it. */
    public static HmacKey fromBase64(String secret) {
        try {
            return new HmacKey(Base64.getDecoder().decode(secret.strip()));
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes its input.
            throw new IllegalArgumentException("secret: not the base64 form of 32 bytes");
        }
    }

    /** A new one; for production from a {@link java.security.SecureRandom}. */
    public static HmacKey random(Random random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new HmacKey(secret);
    }

    /** The 32-byte code of the parts, each preceded by its length so that no two lists of parts collide. */
    public byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((byte) (bytes.length >>> 8));
                mac.update((byte) bytes.length);
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** {@link #mac} as 43 characters of base64url. */
    public String macText(String... parts) {
        return Base64Url.of(mac(parts));
    }

    /** Six characters of base64url by which the key is recognised; they tell nothing about it. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return "HmacKey[redacted]";
    }
}
