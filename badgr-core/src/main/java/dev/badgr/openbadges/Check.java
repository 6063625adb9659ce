package dev.badgr.openbadges;

import java.util.Objects;

/**
 * One line of a report.
 *
 * @param name what was checked
 * @param status what it came to
 * @param found what was found, in English, for whoever looks into it; at most 300 characters without line breaks, since part of
 *     it may be the badge's own words
 * @param section the section of the specification that the check follows, such as {@code OB 3.0, 8.2}
 */
public record Check(CheckName name, Status status, String found, String section) {
    private static final int LONGEST = 300;

    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        found = clean(found);
        Objects.requireNonNull(section, "section");
    }

    private static String clean(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> isOrdinary(c) ? c : '?')
                .takeWhile(c -> line.length() + Character.charCount(c) <= LONGEST)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isOrdinary(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
