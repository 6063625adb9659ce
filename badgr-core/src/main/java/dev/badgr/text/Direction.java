package dev.badgr.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The direction in which a language is written, and how a value is set apart in it (Unicode Standard Annex 9, 2.4: isolates).
 */
enum Direction {
    /** As English is. */
    LEFT_TO_RIGHT,
    /** As Arabic is. */
    RIGHT_TO_LEFT;

    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "ug", "ur", "yi");

    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:@|://)\\S*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String LEFT_TO_RIGHT_ISOLATE = "\u2066";
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    static Direction of(Locale locale) {
        return RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage()) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    String isolatedText(String value) {
        if (!mixesWith(value)) {
            return value;
        }
        return (isAddress(value) ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE) + value + END_OF_ISOLATE;
    }

    String isolatedHtml(String value) {
        String escaped = Html.escape(value);
        if (!mixesWith(value)) {
            return escaped;
        }
        return (isAddress(value) ? "<bdi dir=\"ltr\">" : "<bdi>") + escaped + "</bdi>";
    }

    /** A number reads the same in both; anything else may end in a sign that would jump to the other side. */
    private boolean mixesWith(String value) {
        return this == RIGHT_TO_LEFT
                ? !NUMBER.matcher(value).matches()
                : value.codePoints().anyMatch(Direction::isRightToLeft);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    /** Those are read from left to right whatever letters they are made of. */
    private static boolean isAddress(String value) {
        return ADDRESS.matcher(value).matches();
    }
}
