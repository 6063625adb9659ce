package dev.badgr.given;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Addresses, and what looks like them. */
public final class AnyAddress {
    private AnyAddress() {}

    /** Addresses that badgr takes, all in ASCII. */
    public static Arbitrary<String> ascii() {
        return Combinators.combine(asciiLocalPart(), asciiDomain()).as((local, domain) -> local + "@" + domain);
    }

    /** Text with the parts of an address, in order or nearly so. */
    public static Arbitrary<String> lookAlike() {
        Arbitrary<String> before =
                mostlyNothing("Mia <", "Mia Müller <", "(comment)", "<", " ", "@relay.example:", "\"Mia\" ");
        Arbitrary<String> local = Arbitraries.oneOf(
                asciiLocalPart(),
                AnyText.anything(),
                Arbitraries.of("\"mia\"", "\"a b\"", "josé", "a".repeat(65), "m(x)ia"));
        Arbitrary<String> domain = Arbitraries.oneOf(
                asciiDomain(),
                AnyText.anything().map(t -> t + ".example"),
                AnyText.anything().map(t -> "school." + t),
                Arbitraries.of("[127.0.0.1]", "[IPv6:::1]", "localhost", "bücher.example", "例子.测试", "xn--.example"));
        Arbitrary<String> after = mostlyNothing(">", "(comment)", ".", "\u0000", "\r\nBcc: x@y.org", ",eve@x.org", " ");
        return Combinators.combine(before, local, domain, after).as((b, l, d, a) -> b + l + "@" + d + a);
    }

    private static Arbitrary<String> asciiLocalPart() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("+_'-")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Arbitrary<String> asciiDomain() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .ofMinLength(2)
                .ofMaxLength(8);
        return label.list().ofMinSize(2).ofMaxSize(4).map(labels -> String.join(".", labels));
    }

    private static Arbitrary<String> mostlyNothing(String... rarely) {
        Arbitrary<String> nothing = Arbitraries.just("");
        return Arbitraries.oneOf(nothing, nothing, nothing, Arbitraries.of(rarely));
    }
}
