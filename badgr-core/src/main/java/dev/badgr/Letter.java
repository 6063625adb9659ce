package dev.badgr;

import dev.badgr.text.Html;
import dev.badgr.text.Phrase;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a mail, told as plain text and as HTML. Blank lines part its paragraphs; one that is a placeholder after four
 * blanks is a code or address to be copied; {@code [label]({link})} is a button; what follows either of them is small print.
 */
final class Letter {
    private static final Pattern BLOCK = Pattern.compile(" {4}\\{(\\w+)}");
    private static final Pattern BUTTON = Pattern.compile("(?m)^\\[([^\\]\\n]+)]\\(\\{(\\w+)}\\)$");
    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">%s</p>\n";
    private static final String SMALL_PRINT = "<p style=\"margin:0 0 12px;font-size:14px;opacity:.8\">%s</p>\n";
    private static final String CODE =
            "<p style=\"margin:24px 0;padding:16px 0;border:1px solid #8a8f98;border-radius:8px;"
                    + "text-align:center;font:600 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px\">"
                    + "<bdi dir=\"ltr\">%s</bdi></p>\n";
    private static final String LINK =
            "<p style=\"margin:0 0 24px;font-size:14px;word-break:break-all\"><a href=\"%1$s\"><bdi dir=\"ltr\">%1$s</bdi></a></p>\n";
    private static final String BUTTON_LINK =
            "<p style=\"margin:24px 0 12px\"><a href=\"%s\" style=\"display:inline-block;"
                    + "padding:12px 24px;border-radius:8px;background-color:#1d5fb4;color:#ffffff;font-weight:600;"
                    + "text-decoration:none\">%s</a></p>\n";

    private final Phrase phrase;
    private final Phrase link;
    private final Map<String, String> values;

    /** @param link how plain text tells a link: with gaps for {@code label} and {@code url} */
    Letter(Phrase phrase, Phrase link, Map<String, String> values) {
        this.phrase = phrase;
        this.link = link;
        this.values = values;
    }

    String text() {
        String links = BUTTON.matcher(phrase.template())
                .replaceAll(button -> Matcher.quoteReplacement(link.template()
                        .replace("{label}", button.group(1))
                        .replace("{url}", "{" + button.group(2) + "}")));
        return phrase.with(links).plain(values);
    }

    String html() {
        StringBuilder html = new StringBuilder();
        boolean small = false;
        for (String paragraph : phrase.template().stripTrailing().split("\n{2,}", -1)) {
            String special = special(paragraph);
            html.append(special.isEmpty() ? paragraph(paragraph, small) : special);
            small |= !special.isEmpty();
        }
        return html.toString();
    }

    private String special(String paragraph) {
        Matcher block = BLOCK.matcher(paragraph);
        if (block.matches()) {
            String value = value(block.group(1));
            return (isLink(value) ? LINK : CODE).formatted(Html.escape(value));
        }
        Matcher button = BUTTON.matcher(paragraph);
        if (!button.matches() || !isLink(value(button.group(2)))) {
            return "";
        }
        String url = Html.escape(value(button.group(2)));
        String label = phrase.with(button.group(1)).html(values);
        // With the address below it, for whoever wants to see where it leads, or can't click.
        return BUTTON_LINK.formatted(url, label) + LINK.formatted(url);
    }

    private String paragraph(String template, boolean small) {
        String text = phrase.with(template).html(values).replace("\n", "<br/>\n");
        return (small ? SMALL_PRINT : PARAGRAPH).formatted(text);
    }

    private String value(String name) {
        return values.getOrDefault(name, "{" + name + "}");
    }

    /** Not every scheme is harmless. */
    private static boolean isLink(String value) {
        return value.startsWith("https://") || value.startsWith("http://");
    }
}
