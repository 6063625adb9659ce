package dev.badgr.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words that people read, by key: rules, refusals, mails. They live in {@code dev/badgr/text/messages.properties};
 * a placeholder is a name in braces.
 */
public final class Messages {
    private static final String BUNDLE = "dev.badgr.text.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * The text under a key, its placeholders filled.
     *
     * @throws java.util.MissingResourceException if badgr has no such key
     */
    public static String text(String key, Locale locale, Map<String, String> values) {
        String text = bundle(locale).getString(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static ResourceBundle bundle(Locale locale) {
        Module module = Messages.class.getModule();
        // A named module may not hand in a Control; there the root bundle answers for every other language.
        return module.isNamed()
                ? ResourceBundle.getBundle(BUNDLE, locale, module)
                : ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }
}
