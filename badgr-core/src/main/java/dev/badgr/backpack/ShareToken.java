package dev.badgr.backpack;

import dev.badgr.text.Base64Url;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Sha256;
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
        return new ShareToken(Base64Url.token(random));
    }

    /** What is stored: 43 characters of base64url. Names the link without opening it. */
    public String hash() {
        return Sha256.base64Url(value);
    }

    @Override
    public String toString() {
        return "ShareToken[redacted]";
    }
}
