package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.AccountId;
import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static final String ID = "00000000-0000-4000-8000-00000000000a";

    @Property(tries = 500)
    void itsTextIsReadBack(
            @ForAll Random random,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long epoch,
            @ForAll @LongRange(max = 253_402_300_799_999L) long millis) {
        Session session = new Session(AccountId.random(random), epoch, Instant.ofEpochMilli(millis));
        assertThat(Session.parse(session.text())).isEqualTo(session);
    }

    @Property(tries = 3000)
    void anyOtherTextIsRefused(@ForAll("texts") String text) {
        try {
            assertThat(Session.parse(text))
                    .isEqualTo(Session.parse(Session.parse(text).text()));
            assertThat(text).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[0-9]+\\.[0-9]+");
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("session");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ID,
                ID + ".1",
                ID + ".1.1.1",
                ID + ".-1.1",
                ID + ".1.9999999999999999",
                ID + ".9999999999999999999.1",
                ID + ".١.1",
                "------------------------------------.1.1",
                "0000000-00000-4000-8000-00000000000a.1.1",
                "000000000000000000000000000000000000.1.1",
                "00000000-0000-4000-8000-0000000000-a.1.1"
            })
    void whatIsNoSessionIsRefused(String text) {
        assertThatThrownBy(() -> Session.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("session: session.format");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearlyId = Arbitraries.strings()
                .withChars("0123456789abcdef-")
                .ofMinLength(35)
                .ofMaxLength(37);
        Arbitrary<String> number =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(
                AnyText.anything(),
                nearlyId.map(id -> id + ".1.1"),
                number.map(n -> ID + "." + n + ".1"),
                number.map(n -> ID + ".1." + n));
    }
}
