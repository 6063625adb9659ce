package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which language and at which time of day a person is written to.
 *
 * @param language language, script and region; whatever else a locale may hold is left out
 * @param zone the time zone
 */
public record Preferences(Locale language, ZoneId zone) {
    private static final int LONGEST = 50;

    public Preferences {
        language = plain(language);
        Objects.requireNonNull(zone, "zone");
        if (zone.getId().length() > LONGEST) {
            throw new IllegalArgumentException("zone: at most " + LONGEST + " characters");
        }
    }

    /** English, at Greenwich. */
    public static Preferences standard() {
        return new Preferences(Locale.ENGLISH, ZoneOffset.UTC);
    }

    /**
     * As a page sends them.
     *
     * @param language a language tag such as {@code fr-CA} (BCP 47)
     * @param zone such as {@code Europe/Paris} or {@code +02:00}
     * @throws InvalidValue for the field {@code language} or {@code zone}
     */
    public static Preferences parse(@Nullable String language, @Nullable String zone) {
        return new Preferences(parseLanguage(language), parseZone(zone));
    }

    /** The same locale with nothing but language, script and region: what a client sends may be of any length. */
    public static Locale plain(Locale locale) {
        try {
            return new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setScript(locale.getScript())
                    .setRegion(locale.getCountry())
                    .build();
        } catch (IllformedLocaleException e) {
            return Locale.ROOT;
        }
    }

    private static Locale parseLanguage(@Nullable String tag) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(Text.line("language", tag, LONGEST))
                    .build();
        } catch (IllformedLocaleException e) {
            throw new InvalidValue("language", "language.format");
        }
    }

    private static ZoneId parseZone(@Nullable String id) {
        try {
            return ZoneId.of(Text.line("zone", id, LONGEST));
        } catch (DateTimeException e) {
            throw new InvalidValue("zone", "zone.format");
        }
    }
}
