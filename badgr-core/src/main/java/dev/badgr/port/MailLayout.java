package dev.badgr.port;

import dev.badgr.text.Html;
import java.util.Locale;
import java.util.Objects;

/** The page around the text of an HTML mail; a host may bring its own. Must be safe for use by many threads. */
@FunctionalInterface
public interface MailLayout {
    /**
     * The whole HTML document. It must hold {@link Body#html}; without it badgr does not start.
     *
     * @throws RuntimeException then the mail is not sent, as when a mail server fails
     */
    String page(Body body);

    /**
     * What a mail says. {@code toString} shows no text: a code may be in it.
     *
     * @param kind what the mail is for
     * @param locale the language it is in
     * @param rightToLeft whether that is written from right to left
     * @param subject as text: escape it with {@link Html#escape}
     * @param html the text as HTML, safe to insert: nothing in it from outside is markup
     */
    record Body(Mail.Kind kind, Locale locale, boolean rightToLeft, String subject, String html) {
        public Body {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(locale, "locale");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(html, "html");
        }

        /** For {@code lang}. */
        public String language() {
            return locale.toLanguageTag();
        }

        /** For {@code dir}. */
        public String direction() {
            return rightToLeft ? "rtl" : "ltr";
        }

        @Override
        public String toString() {
            return "Body[" + kind + " in " + language() + "]";
        }
    }
}
