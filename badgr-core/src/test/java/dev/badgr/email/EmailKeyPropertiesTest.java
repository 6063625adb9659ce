package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.text.InvalidValue;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** One mailbox has one key, whatever the spelling, the JVM's locale or the alphabet of the domain. */
class EmailKeyPropertiesTest {
    private static final String[] DOMAINS = {
        "school.edu",
        "SCHOOL.edu",
        "bücher.example",
        "BÜCHER.Example",
        "xn--bcher-kva.example",
        "例え.jp",
        "почта.рф",
        "istanbul.edu",
        "ISTANBUL.EDU",
        "mail-7.co.uk",
        "ｓchool.edu"
    };

    @Property
    void theKeyOfAKeyIsTheKey(@ForAll("addresses") EmailAddress address) {
        String key = address.key().value();
        assertThat(EmailAddress.parse(key).key().value()).isEqualTo(key);
        assertThat(key).isEqualTo(new EmailKey(key).value());
    }

    @Property
    void theJvmsLocaleDoesNotMatter(@ForAll("addresses") EmailAddress address) {
        String key = in(Locale.ROOT, () -> address.key().value());
        for (String language : new String[] {"tr", "az", "lt", "el", "ja-JP-u-ca-japanese"}) {
            assertThat(in(
                            Locale.forLanguageTag(language),
                            () -> EmailAddress.parse(address.text()).key().value()))
                    .isEqualTo(key);
        }
    }

    @Property
    void lettersAToZMeetInAnyCase(@ForAll("addresses") EmailAddress address, @ForAll long seed) {
        assertThat(EmailAddress.parse(shuffleCase(address.text(), seed)).key()).isEqualTo(address.key());
    }

    @Property
    void theUnicodeAndTheAsciiFormOfADomainMeet(@ForAll("addresses") EmailAddress address) {
        String ascii = address.localPart() + "@" + address.asciiDomain();
        String unicode = address.localPart() + "@" + IDN.toUnicode(address.asciiDomain());
        assertThat(EmailAddress.parse(ascii).key()).isEqualTo(address.key());
        assertThat(EmailAddress.parse(unicode).key()).isEqualTo(address.key());
    }

    @Property
    void theMailboxThatGetsTheCodeIsTheOneThatIsProven(@ForAll("addresses") EmailAddress address) {
        assertThat(EmailAddress.parse(address.deliverable()).key()).isEqualTo(address.key());
        assertThat(address.deliverable()).startsWith(address.localPart() + "@");
    }

    @Property
    void differentKeysAreDifferentMailboxes(
            @ForAll("addresses") EmailAddress one, @ForAll("addresses") EmailAddress other) {
        boolean same =
                EmailAddress.asciiLowerCase(one.localPart()).equals(EmailAddress.asciiLowerCase(other.localPart()))
                        && one.asciiDomain().equals(other.asciiDomain());
        assertThat(one.key().equals(other.key())).isEqualTo(same);
    }

    @Property
    void maskedAddressesShowOneCharacterOfTheMailbox(@ForAll("addresses") EmailAddress address) {
        String masked = address.masked();
        assertThat(masked).isEqualTo(address.toString()).contains("•••@" + address.asciiDomain());
        assertThat(masked.codePointBefore(masked.indexOf('•')))
                .isEqualTo(address.text().codePointAt(0));
        assertThat(masked.indexOf('•'))
                .isEqualTo(Character.charCount(address.text().codePointAt(0)));
    }

    @Property
    void anyTextIsAnAddressOrARefusalThatNamesTheField(@ForAll("texts") String text) {
        Optional<EmailAddress> address = parsed(text);
        address.ifPresent(a -> {
            assertThat(a.text().chars()).noneMatch(Character::isISOControl);
            assertThat(a.text().chars()).noneMatch(c -> "\"()<>,;:\\ ".indexOf(c) >= 0);
            assertThat(a.text().chars().filter(c -> c == '@')).hasSize(1);
            assertThat(EmailAddress.parse(a.key().value()).key()).isEqualTo(a.key());
        });
    }

    @Example
    void lookAlikesNeverMeet() {
        String[] lookAlikes = {"mike", "mıke", "mіke", "ｍike", "miке", "mi\u0307ke", "míke", "mike\u200B".strip()};
        for (String one : lookAlikes) {
            for (String other : lookAlikes) {
                Optional<EmailKey> a = parsed(one + "@x.org").map(EmailAddress::key);
                Optional<EmailKey> b = parsed(other + "@x.org").map(EmailAddress::key);
                assertThat(a.isPresent() && a.equals(b))
                        .as(one + " " + other)
                        .isEqualTo(a.isPresent() && one.equals(other));
            }
        }
        assertThat(parsed("Mıke@x.org").map(EmailAddress::key))
                .isNotEqualTo(parsed("MIKE@x.org").map(EmailAddress::key));
        assertThat(parsed("mİke@x.org").map(EmailAddress::key))
                .isNotEqualTo(parsed("mike@x.org").map(EmailAddress::key));
    }

    @Example
    void anAddressHasAtMost64And254Octets() {
        String domain = "d".repeat(60) + ".edu";
        assertThat(parsed("a".repeat(64) + "@" + domain)).isPresent();
        assertThat(parsed("a".repeat(65) + "@" + domain)).isEmpty();
        assertThat(parsed("é".repeat(32) + "@" + domain)).isPresent();
        assertThat(parsed("é".repeat(33) + "@" + domain)).isEmpty();
        String longest = ("d".repeat(60) + ".").repeat(3) + "edu";
        int left = 254 - longest.length() - 1;
        String local = "a".repeat(Math.min(64, left));
        assertThat(parsed(local + "@" + "x".repeat(left - local.length()) + longest))
                .isPresent();
        assertThat(parsed(local + "@" + "x".repeat(left - local.length() + 1) + longest))
                .isEmpty();
    }

    @Provide
    Arbitrary<EmailAddress> addresses() {
        Arbitrary<String> atom = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("!#$%&'*+/=?^_`{|}~-ıİéßσςж")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> local = atom.list().ofMinSize(1).ofMaxSize(3).map(atoms -> String.join(".", atoms));
        return Combinators.combine(local, Arbitraries.of(DOMAINS))
                .as((l, d) -> Tuple.of(l, d))
                .map(EmailKeyPropertiesTest::joined)
                .map(EmailAddress::parse);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings()
                        .withChars("ab.@\"()<>,;:\\[] \t\r\né\u0000")
                        .ofMaxLength(12),
                Arbitraries.strings().withChars("ab.-@").ofMaxLength(300));
    }

    private static String joined(Tuple2<String, String> parts) {
        return java.text.Normalizer.normalize(parts.get1() + "@" + parts.get2(), java.text.Normalizer.Form.NFC);
    }

    private static Optional<EmailAddress> parsed(String text) {
        try {
            return Optional.of(EmailAddress.parse(text));
        } catch (InvalidValue invalid) {
            assertThat(invalid.violation().field()).isEqualTo("email");
            return Optional.empty();
        }
    }

    private static <T> T in(Locale locale, Supplier<T> work) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String shuffleCase(String text, long seed) {
        StringBuilder shuffled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean flip = (seed >>> (i % 64) & 1) == 1 && c < 128 && Character.isLetter(c);
            shuffled.append(flip ? (char) (c ^ 0x20) : c);
        }
        return shuffled.toString();
    }
}
