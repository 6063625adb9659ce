package dev.badgr.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What may be shown of a text that somebody else wrote, whatever it holds: what {@link Text} would refuse becomes a blank, and
 * what is too long is cut. Safe for use by many threads.
 */
public final class Excerpt {
    private static final String CUT = "…";

    private Excerpt() {}

    /** One line that {@link Text#line} takes; empty if nothing of it can be seen. */
    public static Optional<String> line(String raw, int maxCodePoints) {
        return of(raw, maxCodePoints, false);
    }

    /** The same for {@link Text#lines}. */
    public static Optional<String> lines(String raw, int maxCodePoints) {
        return of(raw, maxCodePoints, true);
    }

    private static Optional<String> of(String raw, int max, boolean lines) {
        // No more of it is normalized than can be shown.
        String clean = cut(clean(cut(raw, 2 * max), lines), 2 * max);
        String text = Text.strip(Normalizer.normalize(clean, Normalizer.Form.NFC));
        boolean whole = Text.length(text) <= max && Text.length(raw) <= 2 * max;
        String shown = whole ? text : Text.strip(cut(text, max - 1)) + CUT;
        try {
            return Optional.of(lines ? Text.lines("", shown, max) : Text.line("", shown, max));
        } catch (InvalidValue nothingToSee) {
            return Optional.empty();
        }
    }

    private static String clean(String raw, boolean lines) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().map(c -> Text.isClean(c, lines) ? c : ' ').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String cut(String text, int codePoints) {
        return Text.length(text) <= codePoints ? text : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
