package dev.badgr.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * badgr's own words, by key and language: rules, refusals, explanations, mails. They live in
 * {@code dev/badgr/text/messages.properties} (English) and {@code messages_<language>.properties}, in UTF-8; a placeholder is a
 * name in braces. {@link Words} says them with what a host has overridden. The machine's own language never matters.
 */
public final class Messages {
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.forLanguageTag("es"),
            Locale.FRENCH,
            Locale.GERMAN,
            Locale.forLanguageTag("ar"),
            Locale.JAPANESE);

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /**
     * Read here rather than by {@link java.util.ResourceBundle}, which answers in the machine's language where one is missing; each
     * language when somebody needs it.
     */
    private static final Map<Locale, Properties> TEXTS = new ConcurrentHashMap<>();

    private Messages() {}

    /** The languages that badgr speaks, English first. */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /** The one of {@link #languages} that serves a person with this locale; English where no better is there. */
    public static Locale language(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** All keys, such as {@code refusal.try-later}: what a host can override. */
    public static Set<String> keys() {
        return texts(Locale.ENGLISH).stringPropertyNames();
    }

    /**
     * The text under a key, its placeholders filled; times in UTC.
     *
     * @throws MissingResourceException if badgr has no such key
     */
    public static String text(String key, Locale locale, Map<String, String> values) {
        return Words.of(locale).text(key, values);
    }

    /** The form that names take in keys: {@code TryLater} and {@code TRY_LATER} are {@code try-later}. */
    public static String dashed(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String words = constant ? name.replace('_', '-') : CAMEL.matcher(name).replaceAll("-");
        return words.toLowerCase(Locale.ROOT);
    }

    /** The text under a key with its placeholders; in English if it is not translated. */
    static String template(String key, Locale locale) {
        String text =
                texts(language(locale)).getProperty(key, texts(Locale.ENGLISH).getProperty(key));
        if (text == null) {
            throw new MissingResourceException("No text under this key", Messages.class.getName(), key);
        }
        return text;
    }

    private static Properties texts(Locale language) {
        return TEXTS.computeIfAbsent(language, Messages::read);
    }

    /** A class reads its own module's resources, and on the class path those beside it. */
    private static Properties read(Locale language) {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        String file = "messages" + suffix + ".properties";
        try (InputStream bytes = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
