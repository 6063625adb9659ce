package dev.badgr.account;

import dev.badgr.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A social account: who vouches, and whom for (OpenID Connect Core 1.0, 5.7: issuer and subject together, and nothing
 * else, identify an end user).
 *
 * @param issuer the {@code iss} claim, exactly as validated; at most 500 code points
 * @param subject the {@code sub} claim; at most 255 code points
 */
public record ExternalIdentity(String issuer, String subject) {
    public ExternalIdentity {
        issuer = exact("issuer", issuer, 500);
        subject = exact("subject", subject, 255);
    }

    private static String exact(String field, @Nullable String claim, int max) {
        String text = Text.line(field, claim, max);
        if (!text.equals(claim)) {
            throw new IllegalArgumentException(field + ": must be exact, without blanks around it and in NFC");
        }
        return text;
    }

    /** Without the subject, which is personal data. */
    @Override
    public String toString() {
        return "ExternalIdentity[" + issuer + "]";
    }
}
