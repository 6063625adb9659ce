package dev.badgr.openbadges.image;

/**
 * Steps through XML from tag to tag, past comments, instructions and CDATA, and tells where each is: parsers don't say so reliably. What
 * the tags are, and whether the text is well-formed, is for a parser. For one thread.
 */
final class SvgTags {
    private final String text;
    private int start;
    private int end;

    SvgTags(String text) {
        this.text = text;
    }

    /** Goes to the next tag, and says whether there is one. */
    boolean next() {
        start = text.indexOf('<', end);
        while (start >= 0) {
            String other = closingOfOther();
            if (other.isEmpty()) {
                end = pastTag();
                return true;
            }
            int closing = text.indexOf(other, start);
            if (closing < 0) {
                break;
            }
            start = text.indexOf('<', closing + other.length());
        }
        start = text.length();
        end = start;
        return false;
    }

    /** Where the tag starts. */
    int start() {
        return start;
    }

    /** Where it has ended. */
    int end() {
        return end;
    }

    boolean isEnd() {
        return text.startsWith("</", start);
    }

    /** Whether it is an element without content. */
    boolean isWhole() {
        return text.charAt(end - 2) == '/';
    }

    private String closingOfOther() {
        if (text.startsWith("<!--", start)) {
            return "-->";
        }
        if (text.startsWith("<?", start)) {
            return "?>";
        }
        return text.startsWith("<![CDATA[", start) ? "]]>" : "";
    }

    /** Past the {@code >} that stands in no quotes. */
    private int pastTag() {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }
}
