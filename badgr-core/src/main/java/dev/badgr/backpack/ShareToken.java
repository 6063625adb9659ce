package dev.badgr.backpack;

import dev.badgr.text.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unguessable part of a share link: 128 random bits. Stored only as its SHA-256; {@code toString} is redacted.
 *
 * @param value 22 characters of base64url
 */
public record ShareToken(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** @throws InvalidValue for the field {@code share} */
    public ShareToken {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("share", "share.format");
        }
    }

    /** Reads the last part of a share link; {@code null} is refused. */
    public static ShareToken parse(@Nullable String text) {
        return new ShareToken(text == null ? "" : text);
    }

    /** A new one, from a {@link java.security.SecureRandom} in production. */
    public static ShareToken random(Random random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is stored: 43 characters of base64url. Names the link without opening it. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ShareToken[redacted]";
    }
}
