package dev.badgr.text;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What text from outside may be: well-formed Unicode without control or bidirectional-control characters, in
 * normalization form C, within a length counted in code points. Any script is welcome.
 */
public final class Text {
    private Text() {}

    /**
     * One line, such as a name.
     *
     * @return the text in NFC without surrounding blanks
     * @throws InvalidValue naming the field: {@code required}, {@code malformed}, {@code control-character} or
     *     {@code too-long}
     */
    public static String line(String field, @Nullable String raw, int maxCodePoints) {
        return checked(field, raw, maxCodePoints, false);
    }

    /** Several lines, such as a narrative: as {@link #line}, but line feeds and tabs may stay. */
    public static String lines(String field, @Nullable String raw, int maxCodePoints) {
        return checked(field, raw, maxCodePoints, true);
    }

    /**
     * Refuses what no text from outside may hold.
     *
     * @throws InvalidValue {@code malformed} for a lone surrogate, {@code control-character} for a control,
     *     bidirectional-control or line-separator character
     */
    public static void requireClean(String field, String text, boolean linesAllowed) {
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                throw new InvalidValue(field, "malformed");
            }
            boolean layout = linesAllowed && (c == '\n' || c == '\t');
            if (!layout && isControl(c)) {
                throw new InvalidValue(field, "control-character");
            }
        });
    }

    /** Without the blanks around it; no-break spaces are blanks too, since text is often pasted. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The number of code points, which is what a person would call characters. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String checked(String field, @Nullable String raw, int max, boolean linesAllowed) {
        if (raw == null || raw.codePoints().noneMatch(Text::isVisible)) {
            throw new InvalidValue(field, "required");
        }
        // Before any work on it: a normalizer given megabytes is a way to keep a server busy.
        if (raw.length() > 4 * max + 64) {
            throw tooLong(field, max);
        }
        String stripped = strip(raw);
        requireClean(field, stripped, linesAllowed);
        String text = Normalizer.normalize(stripped, Normalizer.Form.NFC);
        if (length(text) > max) {
            throw tooLong(field, max);
        }
        return text;
    }

    private static InvalidValue tooLong(String field, int max) {
        return new InvalidValue(field, "too-long", Map.of("max", Integer.toString(max)));
    }

    /** Whether {@link #requireClean} lets this one stay. */
    static boolean isClean(int c, boolean linesAllowed) {
        boolean layout = linesAllowed && (c == '\n' || c == '\t');
        return Character.getType(c) != Character.SURROGATE && (layout || !isControl(c));
    }

    private static boolean isVisible(int c) {
        return !isBlank(c) && Character.getType(c) != Character.FORMAT;
    }

    /** All of them are in the first plane, so a UTF-16 unit will do. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || isBidiControl(c);
    }

    private static boolean isBidiControl(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
