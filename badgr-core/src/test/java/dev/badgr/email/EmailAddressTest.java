package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyAddress;
import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StatisticsReport(onFailureOnly = true)
class EmailAddressTest {
    @Property(tries = 5000)
    void whateverIsTypedIsAnAddressOrRefusedAsOne(@ForAll("typed") String typed) {
        Optional<EmailAddress> address = parsed(typed);
        Statistics.label("taken")
                .collect(address.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        address.ifPresent(EmailAddressTest::requireNothingButAnAddress);
    }

    @Property(tries = 500)
    void anAddressIsReadBackAsItself(@ForAll("typed") String typed) {
        parsed(typed).ifPresent(address -> {
            assertThat(EmailAddress.parse(address.text())).isEqualTo(address);
            assertThat(EmailAddress.parse(address.deliverable()).key()).isEqualTo(address.key());
        });
    }

    @Property(tries = 200)
    void anAddressInAsciiIsKeptAsTyped(@ForAll("ascii") String typed) {
        EmailAddress address = EmailAddress.parse("  " + typed + "\t");
        assertThat(address.text()).isEqualTo(typed);
        assertThat(address.localPart()).isEqualTo(typed.substring(0, typed.indexOf('@')));
        assertThat(address.deliverable()).isEqualToIgnoringCase(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mia <mia@school.edu>",
                "<mia@school.edu>",
                "mia(comment)@school.edu",
                "(comment)mia@school.edu",
                "mia@school.edu(comment)",
                "\"mia\"@school.edu",
                "\"mia m\"@school.edu",
                "@relay.example:mia@school.edu",
                "mia@[192.0.2.1]",
                "mia@[IPv6:2001:db8::1]",
                "mia@localhost",
                "mia@school.𝟘",
                "mia@𝟏𝟐𝟕.𝟎.𝟎.𝟏",
                "mia@school.edu.",
                "mia@school.edu\u0000",
                "mia@school.edu\r\nBcc: eve@x.org",
                "mia\u202E@school.edu",
                "mia@school.edu,eve@x.org",
                "mia",
                "@school.edu",
                "mia@",
                "mia@@school.edu",
                "mia@-school.edu",
                "mia@sch_ool.edu",
                ".mia@school.edu",
                "mia..m@school.edu"
            })
    void whatIsMoreOrLessThanAnAddressIsRefused(String typed) {
        assertThat(parsed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"faß.example", "Ὀδυσσεύς.example", "a\u200Cb.example", "नी\u200D.example"})
    void aDomainThatCanBeReadInTwoWaysIsRefused(String domain) {
        assertThatThrownBy(() -> EmailAddress.parse("mia@" + domain))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("email: email.domain-ambiguous");
    }

    @Test
    void theLocalPartHas64OctetsAtMost() {
        assertThat(parsed("a".repeat(64) + "@school.edu")).isPresent();
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@school.edu"))
                .hasMessage("email: email.local-too-long");
        assertThat(parsed("é".repeat(32) + "@school.edu")).isPresent();
        assertThat(parsed("é".repeat(32) + "a@school.edu")).isEmpty();
    }

    @Test
    void theAddressHas254OctetsAtMost() {
        String domain = "abcdefgh.".repeat(27) + "edu";
        String local = "a".repeat(254 - 1 - domain.length());
        assertThat(parsed(local + "@" + domain)).isPresent();
        assertThat(parsed(local + "a@" + domain)).isEmpty();
    }

    @Test
    void theFormForTheMailServerHas254OctetsAtMostToo() {
        String short1 = "ü.".repeat(20) + "example";
        assertThat(parsed("mia@" + short1)).isPresent();
        String shortOnlyAsTyped = "ü.".repeat(60) + "example";
        assertThat(octets("mia@" + shortOnlyAsTyped)).isLessThan(254);
        assertThat(parsed("mia@" + shortOnlyAsTyped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mia@school.edu,m•••@school.edu", "q@X.org,q•••@x.org", "éa@bücher.example,é•••@xn--bcher-kva.example"})
    void printedItIsMasked(String typed, String masked) {
        assertThat(EmailAddress.parse(typed)).hasToString(masked);
        assertThat(EmailAddress.parse(typed).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0mia@school.edu\u00A0", "\u3000mia@school.edu\u202F", "\n mia@school.edu \r\n"})
    void blanksOfAnyKindAroundItAreDropped(String pasted) {
        assertThat(EmailAddress.parse(pasted).text()).isEqualTo("mia@school.edu");
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                AnyText.anything(), AnyAddress.ascii(), AnyAddress.lookAlike(), AnyAddress.lookAlike());
    }

    @Provide
    Arbitrary<String> ascii() {
        return AnyAddress.ascii();
    }

    private static void requireNothingButAnAddress(EmailAddress address) {
        String text = address.text();
        assertThat(text.chars().filter(c -> c == '@')).hasSize(1);
        assertThat(text)
                .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069 \"<>(),;:\\[\\]\\\\]");
        assertThat(octets(address.localPart())).isBetween(1, 64);
        assertThat(octets(text)).isLessThanOrEqualTo(254);
        assertThat(octets(address.deliverable())).isLessThanOrEqualTo(254);
        assertThat(address.asciiDomain()).matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?");
        assertThat(address.toString()).doesNotContain(text.length() > 2 ? address.localPart() + "@" : "@@");
    }

    private static Optional<EmailAddress> parsed(String typed) {
        try {
            return Optional.of(EmailAddress.parse(typed));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("email");
            return Optional.empty();
        }
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
