package dev.badgr.given;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What could be typed: by people, by accident, and by those who mean harm. */
public final class AnyText {
    /** Languages whose rules for case differ from English ones, and digits that aren't ASCII. */
    public static final List<Locale> LOCALES = List.of(
            Locale.ROOT,
            Locale.ENGLISH,
            Locale.forLanguageTag("tr-TR"),
            Locale.forLanguageTag("az"),
            Locale.forLanguageTag("lt"),
            Locale.forLanguageTag("el"),
            Locale.forLanguageTag("ar-u-nu-arab"));

    private static final List<String> HOSTILE = List.of(
            "\u0000",
            "\r\n",
            "\n",
            "\t",
            "\u007F",
            "\u0085",
            "\u2028",
            "\u202E",
            "\u2066",
            "\u200E",
            "\uD800",
            "\uDC00",
            "\u200B",
            "\u200D",
            "\uFEFF",
            "\u00A0",
            "\u2003",
            "\u3000",
            "\u0301",
            "\u1E9E",
            "ß",
            "ς",
            "ı",
            "İ",
            "\u212A",
            "ſ",
            "ﷺ",
            "ﬁ",
            "½",
            "😀",
            "\uD835\uDFD8",
            "e\u0301",
            "{code}",
            "${1+1}",
            "$1",
            "\\",
            "'",
            "\"",
            "<b>",
            "%00",
            ";",
            ",",
            "(x)",
            "<",
            ">",
            "@",
            ".",
            "..",
            "-",
            " ",
            "[",
            "]",
            ":");

    private AnyText() {}

    /** Any sequence of UTF-16 units and code points, whole or broken, with what is known to do harm strewn in. */
    public static Arbitrary<String> anything() {
        Arbitrary<String> units = Arbitraries.strings().all().ofMaxLength(30);
        return Arbitraries.oneOf(units, codePoints(30), mixed(hostile(), units), mixed(hostile(), ascii()));
    }

    /** What could be taken for base64url of so many characters, or anything. */
    public static Arbitrary<String> nearlyBase64Url(int length) {
        Arbitrary<String> nearly = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_+/=")
                .ofMinLength(length - 1)
                .ofMaxLength(length + 1);
        return Arbitraries.oneOf(nearly, anything());
    }

    /** Up to so many code points of all planes, surrogates among them. */
    public static Arbitrary<String> codePoints(int max) {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .list()
                .ofMaxSize(max)
                .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
    }

    /** What names are made of, in several scripts; never blank. */
    public static Arbitrary<String> words() {
        return Arbitraries.of("Mia", "Li", "Müller", "O'Hara", "Ὀδυσσεύς", "محمد", "王", "𠮷野", "Nguyễn", "Zoe\u0308")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(names -> String.join(" ", names));
    }

    /** One piece of what is known to do harm. */
    public static Arbitrary<String> hostile() {
        return Arbitraries.of(HOSTILE);
    }

    /** Printable ASCII. */
    public static Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
    }

    private static Arbitrary<String> mixed(Arbitrary<String> one, Arbitrary<String> other) {
        return Arbitraries.oneOf(one, other).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }
}
