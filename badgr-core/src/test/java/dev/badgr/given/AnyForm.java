package dev.badgr.given;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What is typed into the fields of forms: well, nearly well, and with intent. {@code null} is a field that is missing. */
public final class AnyForm {
    private static final double MISSING = 0.05;

    private AnyForm() {}

    /** Into the field of an address. */
    public static Arbitrary<String> email() {
        return Arbitraries.oneOf(AnyAddress.ascii(), AnyAddress.lookAlike(), AnyText.anything())
                .injectNull(MISSING);
    }

    /** Into the field of a code. */
    public static Arbitrary<String> code() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().withChars(" -").ofMinLength(5).ofMaxLength(8);
        Arbitrary<String> known =
                Arbitraries.of("123456", "123 456", "١٢٣٤٥٦", "A".repeat(22), " ", "", "1".repeat(65));
        return Arbitraries.oneOf(digits, known, AnyText.anything()).injectNull(MISSING);
    }

    /** Into the field of a first or last name. */
    public static Arbitrary<String> name() {
        Arbitrary<String> bounds = Arbitraries.of(
                "a".repeat(100),
                "a".repeat(101),
                "𠮷".repeat(100),
                "𠮷".repeat(101),
                "e\u0301".repeat(100),
                " ",
                "",
                "\u200B");
        return Arbitraries.oneOf(AnyText.words(), AnyText.words(), bounds, AnyText.anything())
                .injectNull(MISSING);
    }

    /** Into the field of a description, which may be left empty. */
    public static Arbitrary<String> description() {
        Arbitrary<String> bounds = Arbitraries.of(
                "a".repeat(2000),
                "a".repeat(2001),
                "𠮷".repeat(2000),
                "𠮷".repeat(2001),
                "one\n\ttwo",
                "one\r\ntwo",
                " ",
                "",
                "\n",
                "\u200B");
        return Arbitraries.oneOf(AnyText.words(), bounds, AnyText.anything()).injectNull(MISSING);
    }

    /** Into the field of a password. */
    public static Arbitrary<String> password() {
        Arbitrary<String> good = Arbitraries.of("quartz", "lantern", "vexing", "jumbo", "sphinx", "mia", "Müller")
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(words -> String.join(" ", words) + " 7!");
        Arbitrary<String> known = Arbitraries.of(
                "password",
                "passwordpassword",
                "aaaaaaaaaaaaaaaaaaaa",
                "123456789012345",
                "short",
                "",
                " ".repeat(15),
                "correct horse battery staple",
                "é".repeat(256),
                "é".repeat(257),
                "ﷺ".repeat(15),
                "𠮷".repeat(15),
                "qwertyuiopasdfghjkl",
                "2026-11-22 2026-11-22");
        return Arbitraries.oneOf(good, good, known, AnyText.anything(), AnyText.codePoints(40))
                .injectNull(MISSING);
    }

    /** Into the hidden field of the version of the Terms. */
    public static Arbitrary<String> termsVersion(String current) {
        return Arbitraries.oneOf(
                        Arbitraries.just(current),
                        Arbitraries.just(current),
                        Arbitraries.of("", " ", "\t\n", "\u2003", "\u00A0", "\u0000", "\u001F", "\u200B", "2020-01"),
                        AnyText.anything())
                .injectNull(MISSING);
    }
}
