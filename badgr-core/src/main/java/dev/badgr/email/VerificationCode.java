package dev.badgr.email;

import dev.badgr.text.Base64Url;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a mail carries: six decimal digits (OWASP ASVS 5.0, 6.5), or, when many wrong codes were tried lately,
 * a 128-bit token that goes into a link. Never stored, logged or printed; {@code toString} is redacted.
 *
 * @param value six ASCII digits, leading zeros kept, or 22 characters of base64url
 */
public record VerificationCode(String value) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int LONGEST_INPUT = 64;
    private static final String SEPARATORS = " -\u00A0\u2009\u202F\u2010\u2011\u2013";

    /** @throws InvalidValue for the field {@code code}, if it has neither form */
    public VerificationCode {
        if (!DIGITS.matcher(value).matches() && !TOKEN.matcher(value).matches()) {
            throw new InvalidValue("code", "code.format");
        }
    }

    /**
     * Reads what a person typed: surrounding blanks and one separator in the middle are dropped, and decimal digits of any
     * script become ASCII.
     *
     * @throws InvalidValue for the field {@code code}: {@code required} or {@code code.format}; costs no attempt
     */
    public static VerificationCode parse(@Nullable String raw) {
        String text = raw == null ? "" : Text.strip(raw);
        if (text.isEmpty()) {
            throw new InvalidValue("code", "required");
        }
        if (text.length() > LONGEST_INPUT) {
            throw new InvalidValue("code", "code.format");
        }
        return new VerificationCode(TOKEN.matcher(text).matches() ? text : asciiDigits(text));
    }

    /** Six digits, each of the million equally likely. */
    public static VerificationCode random(SecureRandom random) {
        return new VerificationCode("%06d".formatted(random.nextInt(1_000_000)));
    }

    /** A token of 128 random bits for a link. */
    public static VerificationCode randomToken(SecureRandom random) {
        return new VerificationCode(Base64Url.token(random));
    }

    /** Whether this is a link's token rather than six digits. */
    public boolean isToken() {
        return value.length() > 6;
    }

    /** What is stored in place of the code; bound to its challenge, so equal codes have unequal hashes. */
    public CodeHash hash(HmacKey key, ChallengeId challenge) {
        return CodeHash.of(key, "code", challenge.text(), value);
    }

    @Override
    public String toString() {
        return "VerificationCode[redacted]";
    }

    private static String asciiDigits(String text) {
        StringBuilder digits = new StringBuilder(6);
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean separator = points.length == 7 && i == 3 && SEPARATORS.indexOf(points[i]) >= 0;
            if (!separator) {
                int digit = Character.digit(points[i], 10);
                digits.append(digit < 0 ? "?" : Integer.toString(digit));
            }
        }
        return digits.toString();
    }
}
