package dev.badgr.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that people read, by key: rules, refusals, mails. They live in {@code dev/badgr/text/messages.properties};
 * a placeholder is a name in braces.
 */
public final class Messages {
    private static final String BUNDLE = "dev.badgr.text.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Messages() {}

    /**
     * The text under a key, its placeholders filled.
     *
     * @throws java.util.MissingResourceException if badgr has no such key
     */
    public static String text(String key, Locale locale, Map<String, String> values) {
        // In one pass: what a value brings along is never taken for a placeholder itself.
        return PLACEHOLDER
                .matcher(bundle(locale).getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The form that names take in keys: {@code TryLater} and {@code TRY_LATER} are {@code try-later}. */
    public static String dashed(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String words = constant ? name.replace('_', '-') : CAMEL.matcher(name).replaceAll("-");
        return words.toLowerCase(Locale.ROOT);
    }

    private static ResourceBundle bundle(Locale locale) {
        Module module = Messages.class.getModule();
        // A named module may not hand in a Control; there the root bundle answers for every other language.
        return module.isNamed()
                ? ResourceBundle.getBundle(BUNDLE, locale, module)
                : ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }
}
