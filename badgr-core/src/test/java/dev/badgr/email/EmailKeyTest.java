package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.given.AnyAddress;
import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StatisticsReport(onFailureOnly = true)
class EmailKeyTest {
    /** Letters that look like ASCII ones and are others: Cyrillic, Greek, dotless, dotted, full-width, long. */
    private static final Map<String, List<String>> IN_LOCAL_PARTS = Map.of(
            "a", List.of("а", "α", "ａ"),
            "e", List.of("е", "ｅ"),
            "i", List.of("ı", "і", "İ", "ι"),
            "o", List.of("о", "ο"),
            "p", List.of("р", "ρ"),
            "c", List.of("с"),
            "s", List.of("ſ", "ѕ"),
            "x", List.of("х"));

    /** Without those that IDNA itself takes for ASCII letters. */
    private static final Map<String, List<String>> IN_DOMAINS = Map.of(
            "a", List.of("а", "α"),
            "e", List.of("е"),
            "i", List.of("ı", "і"),
            "o", List.of("о", "ο"),
            "p", List.of("р", "ρ"),
            "c", List.of("с"));

    @Property(tries = 4000)
    void theKeyOfAKeyIsItself(@ForAll("addresses") String typed) {
        Optional<EmailKey> key = key(typed);
        Statistics.label("taken")
                .collect(key.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        key.ifPresent(k -> assertThat(EmailAddress.parse(k.value()).key()).isEqualTo(k));
    }

    @Property(tries = 1000)
    void theKeyIsTheSameOnEveryMachine(@ForAll("addresses") String typed, @ForAll("locales") Locale there) {
        assertThat(DefaultLocale.is(there, () -> key(typed)))
                .isEqualTo(DefaultLocale.is(Locale.ROOT, () -> key(typed)));
    }

    @Property(tries = 300)
    void lettersOfAsciiMeetInEitherCase(
            @ForAll("ascii") String typed, @ForAll Random coins, @ForAll("locales") Locale there) {
        StringBuilder other = new StringBuilder();
        typed.chars().forEach(c -> other.appendCodePoint(Character.isLetter(c) && coins.nextBoolean() ? c ^ 32 : c));
        assertThat(DefaultLocale.is(there, () -> key(other.toString())))
                .isEqualTo(key(typed))
                .isPresent();
    }

    @Property(tries = 500)
    void lookAlikesInTheLocalPartNeverMeet(@ForAll("lookAlikable") String local, @ForAll Random dice) {
        String other = withLookAlike(local, IN_LOCAL_PARTS, dice);
        assertThat(key(other + "@school.edu")).isPresent().isNotEqualTo(key(local + "@school.edu"));
    }

    @Property(tries = 500)
    void lookAlikesInTheDomainNeverMeet(@ForAll("lookAlikable") String name, @ForAll Random dice) {
        String other = withLookAlike(name.replace('s', 'a').replace('x', 'a'), IN_DOMAINS, dice);
        assertThat(key("mia@" + other + ".edu"))
                .isPresent()
                .isNotEqualTo(key("mia@" + name.replace('s', 'a').replace('x', 'a') + ".edu"));
    }

    @ParameterizedTest
    @CsvSource({
        "mıke@x.org,mike@x.org",
        "MIKE@x.org,mıke@x.org",
        "MİKE@x.org,mike@x.org",
        "josé@x.org,jose@x.org",
        "JOSÉ@x.org,josé@x.org",
        "mia+badges@x.org,mia@x.org",
        "m.ia@x.org,mia@x.org",
        "mia@x.org,mia@x.org.uk"
    })
    void whatAMailServerMayHoldForTwoMailboxesIsTwo(String one, String other) {
        assertThat(key(one)).isPresent().isNotEqualTo(key(other));
    }

    /** The pairs of the IANA's IDN test domains and of RFC 3492. */
    @ParameterizedTest
    @CsvSource({
        "例子.测试,xn--fsqu00a.xn--0zwm56d",
        "παράδειγμα.δοκιμή,xn--hxajbheg2az3al.xn--jxalpdlp",
        "пример.испытание,xn--e1afmkfd.xn--80akhbyknj4f",
        "BÜCHER.Example,xn--bcher-kva.example",
        "bücher.example,XN--BCHER-KVA.example",
        "ｂücher.example,xn--bcher-kva.example"
    })
    void bothFormsOfADomainMeet(String unicode, String ascii) {
        assertThat(key("mia@" + unicode)).isEqualTo(key("mia@" + ascii)).isPresent();
        assertThat(EmailAddress.parse("mia@" + unicode).key().domain()).isEqualTo(ascii.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mia", "@school.edu", "MIA@school.edu", "mia@School.edu", ""})
    void whatIsNoKeyIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailKey(value));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> unicode = AnyText.words().map(w -> w.replace(" ", "") + "@bücher.例子.example");
        return Arbitraries.oneOf(AnyAddress.ascii(), AnyAddress.lookAlike(), unicode);
    }

    @Provide
    Arbitrary<String> ascii() {
        return AnyAddress.ascii();
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(AnyText.LOCALES);
    }

    @Provide
    Arbitrary<String> lookAlikable() {
        return Arbitraries.strings().withChars("aeiopcsx").ofMinLength(1).ofMaxLength(10);
    }

    /** One or more letters changed for look-alikes. */
    private static String withLookAlike(String word, Map<String, List<String>> alphabet, Random dice) {
        int always = dice.nextInt(word.length());
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            String letter = word.substring(i, i + 1);
            List<String> alike = alphabet.get(letter);
            other.append(
                    alike != null && (i == always || dice.nextInt(4) == 0)
                            ? alike.get(dice.nextInt(alike.size()))
                            : letter);
        }
        return other.toString();
    }

    private static Optional<EmailKey> key(String typed) {
        try {
            return Optional.of(EmailAddress.parse(typed).key());
        } catch (InvalidValue refused) {
            return Optional.empty();
        }
    }
}
