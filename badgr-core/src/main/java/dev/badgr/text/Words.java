package dev.badgr.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What badgr says to one person: in her language, with times in her zone, and in the host's own words where it has some.
 * Immutable and safe for use by many threads.
 */
public final class Words {
    private final Locale locale;
    private final ZoneId zone;
    private final MessageOverrides overrides;

    private Words(Locale locale, ZoneId zone, MessageOverrides overrides) {
        this.locale = Objects.requireNonNull(locale, "locale");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.overrides = Objects.requireNonNull(overrides, "overrides");
    }

    /** badgr's own, with times in UTC. */
    public static Words of(Locale locale) {
        return of(locale, ZoneOffset.UTC, MessageOverrides.none());
    }

    /** Those of a host. */
    public static Words of(Locale locale, ZoneId zone, MessageOverrides overrides) {
        return new Words(locale, zone, overrides);
    }

    /**
     * The text under a key, its placeholders filled.
     *
     * @param values by placeholder; an instant as ISO 8601 under {@code at} or {@code until} is told as people tell times
     * @throws java.util.MissingResourceException if badgr has no such key
     */
    public String text(String key, Map<String, String> values) {
        return phrase(key).plain(values);
    }

    /** The text under a key, not filled yet. */
    public Phrase phrase(String key) {
        Phrase own = own(key);
        return theirs(key)
                .map(text -> new Phrase(text, locale, zone))
                .filter(phrase -> phrase.keepsSecretOf(own))
                .orElse(own);
    }

    private Optional<String> theirs(String key) {
        return overrides.text(key, locale);
    }

    private Phrase own(String key) {
        Locale language = Messages.language(locale);
        boolean spoken = language.getLanguage().equals(locale.getLanguage());
        return new Phrase(Messages.template(key, language), spoken ? locale : language, zone);
    }
}
