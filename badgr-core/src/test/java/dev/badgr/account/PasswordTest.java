package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Text;
import java.text.Normalizer;
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
import org.junit.jupiter.params.provider.ValueSource;

@StatisticsReport(onFailureOnly = true)
class PasswordTest {
    @Property(tries = 3000)
    void whateverIsTypedIsAPasswordOrRefusedAsOne(@ForAll("typed") String typed) {
        Optional<Password> password = parsed(typed);
        Statistics.label("taken")
                .collect(password.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        password.ifPresent(p -> {
            assertThat(p.length()).isBetween(1, 256);
            assertThat(p.value()).isEqualTo(Normalizer.normalize(typed, Normalizer.Form.NFKC));
            assertThat(new Password(p.value())).isEqualTo(p);
            assertThat(p).hasToString("Password[redacted]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "é", "王", "𠮷", "😀"})
    void aPasswordHas256CodePointsAtMost(String letter) {
        assertThat(new Password(letter.repeat(256)).length()).isEqualTo(256);
        assertThatThrownBy(() -> new Password(letter.repeat(257))).hasMessage("password: too-long");
    }

    @Test
    void itsLengthIsCountedAfterNormalizationToo() {
        String makesEighteen = "ﷺ";
        assertThat(new Password(makesEighteen.repeat(14)).length()).isEqualTo(252);
        assertThatThrownBy(() -> new Password(makesEighteen.repeat(15))).hasMessage("password: too-long");
        String makesOne = "e\u0301";
        assertThat(new Password(makesOne.repeat(128)).length()).isEqualTo(128);
        assertThatThrownBy(() -> new Password(makesOne.repeat(129))).hasMessage("password: too-long");
    }

    @Test
    void nothingIsCutOffOrFolded() {
        assertThat(new Password("  Zwölf Boxkämpfer  ").value()).isEqualTo("  Zwölf Boxkämpfer  ");
        assertThat(new Password("a")).isNotEqualTo(new Password("A"));
        assertThat(new Password("a")).isNotEqualTo(new Password("a "));
    }

    @Test
    void twoWaysToTypeItAreOnePassword() {
        assertThat(new Password("ﬁve ½ Ａ e\u0301")).isEqualTo(new Password("five 1\u20442 A é"));
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> Password.parse(null)).hasMessage("password: required");
        assertThatThrownBy(() -> Password.parse("")).hasMessage("password: required");
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                AnyText.anything(), AnyText.words(), AnyText.ascii(), AnyText.codePoints(260), AnyText.codePoints(20));
    }

    private static Optional<Password> parsed(String typed) {
        try {
            return Optional.of(Password.parse(typed));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("password");
            assertThat(refused).hasMessageNotContaining(Text.length(typed) < 12 ? "\u0000" : typed);
            return Optional.empty();
        }
    }
}
