package dev.badgr.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;

/**
 * A host's own words in place of badgr's, by key: also in languages that badgr doesn't speak. Must be safe for use by many
 * threads.
 *
 * <p>The keys and placeholders are those of {@code dev/badgr/text/messages.properties}. In the text of a mail, blank lines part
 * paragraphs, four blanks before a placeholder set it on a line of its own, and {@code [label]({link})} on a line is a button
 * in HTML. What mails a code must have {@code {code}} or {@code {link}} where badgr's own text has it: else badgr does not
 * start, or, in a language that badgr doesn't speak, uses its own text.
 */
@FunctionalInterface
public interface MessageOverrides {
    /**
     * The host's text under a key.
     *
     * @param locale the person's, such as {@code de-AT}
     * @return empty for badgr's own text
     */
    Optional<String> text(String key, Locale locale);

    /** Nothing is overridden. */
    static MessageOverrides none() {
        return (key, locale) -> Optional.empty();
    }

    /**
     * From the host's resource bundles, each text that is there:
     *
     * <pre>{@code
     * MessageOverrides.from(locale -> ResourceBundle.getBundle("plp.texts", locale))
     * }</pre>
     *
     * <p>What a bundle without a language has counts for every language; a bundle in another language than the person's does
     * not count, so that nobody is answered in that of the machine.
     */
    static MessageOverrides from(Function<Locale, ResourceBundle> bundles) {
        return (key, locale) -> {
            try {
                ResourceBundle bundle = bundles.apply(locale);
                String language = bundle.getLocale().getLanguage();
                boolean understood = language.isEmpty() || language.equals(locale.getLanguage());
                return understood && bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
            } catch (MissingResourceException e) {
                return Optional.empty();
            }
        };
    }
}
