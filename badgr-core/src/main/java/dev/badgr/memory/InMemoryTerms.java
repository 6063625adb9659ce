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

    private static final Comparator<TermsVersion> BY_RANK =
            Comparator.comparing(TermsVersion::effectiveAt).thenComparing(TermsVersion::version);

    private final Journal journal;
    private final Table<Key, TermsVersion> texts;

    InMemoryTerms(Journal journal) {
        this.journal = journal;
        this.texts = new Table<>(journal);
    }

    @Override
    public TermsVersion publish(TermsVersion text) {
        return journal.atomically(() -> texts.keepFirst(new Key(text.version(), tag(text)), text));
    }

    @Override
    public List<TermsVersion> current(Instant now) {
        return journal.atomically(() -> {
            Optional<String> version = texts.all()
                    .filter(text -> !text.effectiveAt().isAfter(now))
                    .max(BY_RANK)
                    .map(TermsVersion::version);
            return texts.all()
                    .filter(text -> version.equals(Optional.of(text.version())))
                    .sorted(Comparator.comparing(InMemoryTerms::tag))
                    .toList();
        });
    }

    @Override
    public Optional<TermsVersion> text(String version, Locale locale) {
        return journal.atomically(() -> texts.find(new Key(version, locale.toLanguageTag())));
    }

    boolean isToCurrent(TermsConsent consent, Instant now) {
        return current(now).stream().anyMatch(text -> text.version().equals(consent.version()));
    }

    private static String tag(TermsVersion text) {
        return text.locale().toLanguageTag();
    }
}
