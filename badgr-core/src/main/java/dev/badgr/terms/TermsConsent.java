package dev.badgr.terms;

import dev.badgr.text.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A record that a person agreed to a version of the Terms. Records are only ever appended.
 *
 * @param version which version
 * @param sha256 the hash of its text
 * @param agreedAt when
 * @param locale in which language it was shown
 * @param wayIn on which occasion
 * @param evidence what the host knows of the client, such as an address and a browser; at most 500 characters
 */
public record TermsConsent(
        String version, String sha256, Instant agreedAt, Locale locale, WayIn wayIn, Optional<String> evidence) {

    /** The occasion. */
    public enum WayIn {
        /** Sign-up with an e-mail address and a password. */
        EMAIL,
        /** Sign-up with a social account. */
        SOCIAL,
        /** An account that the host brought along. */
        IMPORT,
        /** Agreeing to a newer version with an account that exists. */
        RENEWAL
    }

    public TermsConsent {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(agreedAt, "agreedAt");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(wayIn, "wayIn");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** Whether these bytes are, to the last one, the text that was agreed to. */
    public boolean isTo(byte[] text) {
        return Sha256.hex(text).equals(sha256);
    }

    /** Without the evidence, which is personal data. */
    @Override
    public String toString() {
        return "TermsConsent[" + version + ", " + agreedAt + ", " + wayIn + "]";
    }
}
