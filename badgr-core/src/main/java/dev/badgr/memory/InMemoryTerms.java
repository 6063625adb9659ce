package dev.badgr.memory;

import dev.badgr.port.TermsStore;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of the Terms, by version and language. */
final class InMemoryTerms implements TermsStore {
    private record Key(String version, String localeTag) {}

    /** They are few, and read together each time that somebody signs up. */
    private static final String ALL = "all";

    private static final Comparator<TermsVersion> BY_RANK =
            Comparator.comparing(TermsVersion::effectiveAt).thenComparing(TermsVersion::version);

    private static final Layout<Key, TermsVersion> TEXTS =
            Layout.grouped(key -> ALL, Comparator.comparing(Key::version).thenComparing(Key::localeTag));

    private final Table<Key, TermsVersion> texts;

    InMemoryTerms(Transaction in) {
        this.texts = in.table(TEXTS);
    }

    @Override
    public TermsVersion publish(TermsVersion text) {
        return texts.keepFirst(new Key(text.version(), tag(text)), text);
    }

    @Override
    public List<TermsVersion> current(Instant now) {
        Optional<String> version = texts.of(ALL)
                .filter(text -> !text.effectiveAt().isAfter(now))
                .max(BY_RANK)
                .map(TermsVersion::version);
        return texts.of(ALL)
                .filter(text -> version.equals(Optional.of(text.version())))
                .sorted(Comparator.comparing(InMemoryTerms::tag))
                .toList();
    }

    @Override
    public Optional<TermsVersion> text(String version, Locale locale) {
        return texts.find(new Key(version, locale.toLanguageTag()));
    }

    boolean isToCurrent(TermsConsent consent, Instant now) {
        return current(now).stream().anyMatch(text -> text.version().equals(consent.version()));
    }

    private static String tag(TermsVersion text) {
        return text.locale().toLanguageTag();
    }
}
