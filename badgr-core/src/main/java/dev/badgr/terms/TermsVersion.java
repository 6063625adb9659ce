package dev.badgr.terms;

import dev.badgr.text.Sha256;
import dev.badgr.text.Text;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One published text of the Terms of Service. A version may have a text for each of several languages.
 *
 * @param version the host's name for it, such as {@code 2026-11}; at most 50 code points
 * @param effectiveAt from when it is the current one, to the millisecond; the same for all its languages
 * @param url where it can be read
 * @param sha256 64 lower-case hex digits over the text's bytes, which prove later what was agreed to
 * @param locale the language of the text
 */
public record TermsVersion(String version, Instant effectiveAt, URI url, String sha256, Locale locale) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public TermsVersion {
        version = Text.line("version", version, 50);
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(locale, "locale");
        if (!url.isAbsolute() || url.toString().length() > 2000) {
            throw new IllegalArgumentException("url: must be absolute, at most 2000 characters");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256: 64 lower-case hex digits");
        }
    }

    /** An English version whose hash is taken from its text. */
    public static TermsVersion of(String version, Instant effectiveAt, String url, String text) {
        return new TermsVersion(version, effectiveAt, URI.create(url), Sha256.hex(text), Locale.ENGLISH);
    }

    /** The same version in another language. */
    public TermsVersion translated(Locale language, String translatedUrl, String text) {
        return new TermsVersion(version, effectiveAt, URI.create(translatedUrl), Sha256.hex(text), language);
    }

    /** Of one version's texts, the one to show in this language; the first if there is none in it. */
    public static Optional<TermsVersion> bestFor(Locale locale, List<TermsVersion> texts) {
        return first(texts, t -> t.locale().equals(locale))
                .or(() -> first(texts, t -> t.locale().getLanguage().equals(locale.getLanguage())))
                .or(() -> first(texts, t -> true));
    }

    private static Optional<TermsVersion> first(List<TermsVersion> texts, Predicate<TermsVersion> which) {
        return texts.stream().filter(which).findFirst();
    }
}
