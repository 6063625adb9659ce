package dev.badgr.email;

import dev.badgr.text.Base64Url;
import dev.badgr.text.InvalidValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a challenge: 128 random bits. The host keeps it in the person's session, not in a page or an address bar: after
 * the code was confirmed it stands for the proof. {@code toString} shows only its beginning.
 *
 * @param value the 128 bits
 */
public record ChallengeId(UUID value) {
    /** A new one, from a {@link java.security.SecureRandom} in production. */
    public static ChallengeId random(Random random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return of(bits);
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws InvalidValue for the field {@code challenge}, if it is no such text
     */
    public static ChallengeId parse(@Nullable String text) {
        try {
            if (text != null && text.length() == 22) {
                return of(Base64.getUrlDecoder().decode(text));
            }
        } catch (IllegalArgumentException e) {
            // falls through: not base64url
        }
        throw new InvalidValue("challenge", "challenge.format");
    }

    /** 22 characters of base64url, to keep in a session. */
    public String text() {
        ByteBuffer bits = ByteBuffer.allocate(16);
        bits.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return Base64Url.of(bits.array());
    }

    @Override
    public String toString() {
        return "ChallengeId[" + text().substring(0, 4) + "…]";
    }

    private static ChallengeId of(byte[] bits) {
        ByteBuffer buffer = ByteBuffer.wrap(bits);
        return new ChallengeId(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
