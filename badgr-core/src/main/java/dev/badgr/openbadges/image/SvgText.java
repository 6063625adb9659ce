package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;

/** Text written into XML so that every parser reads back exactly that text (XML 1.0, 2.2, 2.7, 2.11, 3.3.3). */
final class SvgText {
    private SvgText() {}

    /** For the body of an element. */
    static String body(String text) {
        requireCharacters(text);
        // A parser would make line feeds of carriage returns that stand in it as they are.
        String kept = text.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[");
        return "<![CDATA[" + kept + "]]>";
    }

    /** For an attribute in double quotes. */
    static String attribute(String text) {
        requireCharacters(text);
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '&' || c == '<' || c == '>' || c == '"' || c < ' ') {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static void requireCharacters(String text) {
        boolean fits = text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c <= 0xFFFD && (c < 0xD800 || c > 0xDFFF))
                        || c >= 0x10000);
        if (!fits) {
            throw new Malformed("can't take the badge: it has a character that XML can't have");
        }
    }
}
