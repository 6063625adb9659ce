package dev.badgr.port;

import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The published Terms. A text never changes once it is stored. */
public interface TermsStore {
    /**
     * Publishes a text of the Terms.
     *
     * @return the text that is stored under this version and locale: this one or, if there was one already, the first
     */
    TermsVersion publish(TermsVersion terms);

    /**
     * The texts of the current version, by locale tag: of those effective by now the one that became so last; of several
     * at once, the greatest by version name.
     */
    List<TermsVersion> current(Instant now);

    /** The text of a version in exactly this language. */
    Optional<TermsVersion> text(String version, Locale locale);
}
