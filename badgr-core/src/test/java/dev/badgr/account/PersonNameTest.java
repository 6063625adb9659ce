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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@StatisticsReport(onFailureOnly = true)
class PersonNameTest {
    @Property(tries = 3000)
    void whateverIsTypedIsANameOrRefusedAsOne(@ForAll("typed") String typed) {
        Optional<String> name = firstName(typed);
        Statistics.label("taken")
                .collect(name.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        name.ifPresent(n -> {
            assertThat(Text.length(n)).isBetween(1, 100);
            assertThat(Normalizer.isNormalized(n, Normalizer.Form.NFC)).isTrue();
            assertThat(n).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");
            assertThat(Character.isSpaceChar(n.codePointAt(0))).isFalse();
            assertThat(Character.isSpaceChar(n.codePointBefore(n.length()))).isFalse();
            assertThat(firstName(n)).contains(n);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "王", "𠮷", "e\u0301"})
    void aNameHas100CodePointsAtMost(String letter) {
        PersonName longest = new PersonName(letter.repeat(100), "Li");
        assertThat(Text.length(longest.firstName())).isEqualTo(100);
        assertThatThrownBy(() -> new PersonName(letter.repeat(101), "Li")).hasMessage("firstName: too-long");
        assertThatThrownBy(() -> new PersonName("Mia", letter.repeat(101))).hasMessage("lastName: too-long");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000", "\u200B", "\u2060\uFEFF", "\t"})
    void whatNobodySeesIsNoName(@Nullable String typed) {
        assertThatThrownBy(() -> PersonName.firstName(typed)).hasMessage("firstName: required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mia\r\nBcc: x", "Mi\u0000a", "Mia\u202Eevil", "a\u2066b", "a\u2028b", "a\u0085b", "a\u200Fb"})
    void whatSteersATerminalOrTheDirectionOfTextIsRefused(String typed) {
        assertThatThrownBy(() -> PersonName.lastName(typed)).hasMessage("lastName: control-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD800", "\uDC00a", "\uDE00\uD83D"})
    void halfOfACharacterIsRefused(String typed) {
        assertThatThrownBy(() -> PersonName.lastName(typed)).hasMessage("lastName: malformed");
    }

    @Property(tries = 200)
    void bothNormalFormsOfANameAreOneName(@ForAll("words") String typed) {
        String decomposed = Normalizer.normalize(typed, Normalizer.Form.NFD);
        assertThat(new PersonName(typed, decomposed).firstName()).isEqualTo(PersonName.lastName(decomposed));
        assertThat(new PersonName(typed, "Li")).isEqualTo(new PersonName("\u00A0" + decomposed + " ", "Li"));
    }

    @Property(tries = 100)
    void printedItIsInitials(@ForAll("words") String first, @ForAll("words") String last) {
        PersonName name = new PersonName(first, last);
        String initials = Character.toString(name.firstName().codePointAt(0)) + "."
                + Character.toString(name.lastName().codePointAt(0)) + ".";
        assertThat(name).hasToString("PersonName[" + initials + "]");
        assertThat(name.full()).isEqualTo(name.firstName() + " " + name.lastName());
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(AnyText.anything(), AnyText.words(), AnyText.codePoints(120));
    }

    @Provide
    Arbitrary<String> words() {
        return AnyText.words();
    }

    private static Optional<String> firstName(String typed) {
        try {
            return Optional.of(PersonName.firstName(typed));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("firstName");
            return Optional.empty();
        }
    }
}
