package dev.badgr.openbadges.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * Steps through XML from tag to tag, past comments, instructions and CDATA, and tells where each is: parsers don't say so reliably. What
 * the tags are, and whether the text is well-formed, is for a parser. For one thread.
 */
final class SvgTags {
    /** What may have tags in it that are none. */
    private enum Other {
        COMMENT("<!--", "-->"),
        INSTRUCTION("<?", "?>"),
        CDATA("<![CDATA[", "]]>");

        private final String opening;
        private final String closing;

        Other(String opening, String closing) {
            this.opening = opening;
            this.closing = closing;
        }
    }

    private final String text;
    private int start;
    private int end;

    SvgTags(String text) {
        this.text = text;
    }

    /** Goes to the next tag, and says whether there is one. */
    boolean next() {
        for (start = text.indexOf('<', end); start >= 0; start = text.indexOf('<', end)) {
            Optional<Other> other = other();
            end = other.map(this::past).orElseGet(this::pastTag);
            if (other.isEmpty()) {
                return true;
            }
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

    private Optional<Other> other() {
        return Arrays.stream(Other.values())
                .filter(other -> text.startsWith(other.opening, start))
                .findFirst();
    }

    private int past(Other other) {
        // They have no character in common: <!--> only opens a comment.
        int closing = text.indexOf(other.closing, start + other.opening.length());
        return closing < 0 ? text.length() : closing + other.closing.length();
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
