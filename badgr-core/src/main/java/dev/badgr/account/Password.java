package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A password as it goes to the hasher: normalized by NFKC and otherwise exactly as typed, nothing cut off (NIST SP
 * 800-63B-4, 3.1.1.2). Whether it is good enough is {@link PasswordPolicy}'s question. {@code toString} is redacted.
 *
 * @param value 1 to 256 code points
 */
public record Password(String value) {
    /** The most code points a password may have. */
    public static final int MAX = 256;

    private static final String FIELD = "password";

    /** @throws InvalidValue for the field {@code password} */
    public Password {
        if (value.isEmpty()) {
            throw new InvalidValue(FIELD, "required");
        }
        // NFKC can make one character eighteen, so the bound is checked on both sides of it.
        requireShort(value);
        Text.requireClean(FIELD, value, false);
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
        requireShort(value);
    }

    /** Reads what a person typed; {@code null} is refused like an empty field. */
    public static Password parse(@Nullable String raw) {
        return new Password(raw == null ? "" : raw);
    }

    /** Its length in code points. */
    public int length() {
        return Text.length(value);
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }

    private static void requireShort(String value) {
        if (Text.length(value) > MAX) {
            throw new InvalidValue(FIELD, "too-long", Map.of("max", Integer.toString(MAX)));
        }
    }
}
