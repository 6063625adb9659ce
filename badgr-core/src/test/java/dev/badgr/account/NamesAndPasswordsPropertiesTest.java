package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.text.InvalidValue;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Names of any script up to 100 code points; passwords of 15 to 256, exactly as typed but for NFKC. */
class NamesAndPasswordsPropertiesTest {
    @Property
    void aNameHasOneToAHundredCodePointsOfAnyScript(
            @ForAll("letters") int letter, @ForAll @IntRange(min = 1, max = 130) int length) {
        String name = Character.toString(letter).repeat(length);
        String nfc = Normalizer.normalize(name, Normalizer.Form.NFC);
        boolean fits = nfc.codePointCount(0, nfc.length()) <= 100;
        assertThat(rule(() -> PersonName.firstName(name))).isEqualTo(fits ? "" : "firstName: too-long");
        if (fits) {
            assertThat(PersonName.lastName("  " + name + "\t")).isEqualTo(nfc);
        }
    }

    @Property
    void anyTextIsANameOrARefusalThatNamesFieldAndRule(@ForAll String text) {
        String rule = rule(() -> PersonName.firstName(text));
        assertThat(rule)
                .isIn(
                        "",
                        "firstName: required",
                        "firstName: malformed",
                        "firstName: control-character",
                        "firstName: too-long");
        if (rule.isEmpty()) {
            String name = PersonName.firstName(text);
            assertThat(name).isEqualTo(PersonName.firstName(name)).isNotBlank();
            assertThat(name.codePoints()).noneMatch(Character::isISOControl);
            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Property
    void anyTextIsAPasswordInNfkcOrARefusal(@ForAll String text) {
        String rule = rule(() -> Password.parse(text));
        assertThat(rule)
                .isIn(
                        "",
                        "password: required",
                        "password: malformed",
                        "password: control-character",
                        "password: too-long");
        if (rule.isEmpty()) {
            assertThat(Password.parse(text).value()).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
            assertThat(Password.parse(text).length()).isBetween(1, 256);
        }
    }

    @Property
    void aPasswordsLengthIsCountedInCodePoints(
            @ForAll("letters") int letter, @ForAll @IntRange(min = 1, max = 300) int length) {
        String typed = Character.toString(letter).repeat(length);
        String nfkc = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        int counted = nfkc.codePointCount(0, nfkc.length());
        boolean taken = length <= 256 && counted <= 256;
        assertThat(rule(() -> Password.parse(typed)).isEmpty()).isEqualTo(taken);
        if (taken && counted < 15) {
            assertThat(rule(() -> require(typed))).isEqualTo("password: password.too-short");
        }
    }

    @Example
    void aPasswordIsLongEnoughFromFifteenCodePointsOn() {
        assertThat(rule(() -> require("zx7!qk2 w#9pvy"))).isEqualTo("password: password.too-short");
        assertThat(rule(() -> require("zx7!qk2 w#9pvyu"))).isEmpty();
        assertThat(rule(() -> PasswordPolicy.withSecondFactor()
                        .require(Password.parse("zx7!qk2w#"), Optional.empty(), List.of())))
                .isEmpty();
        assertThat(rule(() -> require("zx7!qk2 w#9pvyu".repeat(17) + "a"))).isEmpty();
        assertThat(rule(() -> require("zx7!qk2 w#9pvyu".repeat(17) + "ab"))).isEqualTo("password: too-long");
    }

    @Example
    void oneCharacterThatNfkcMakesManyDoesNotPassTheBound() {
        assertThat(rule(() -> Password.parse("\uFDFA".repeat(14)))).isEmpty();
        assertThat(rule(() -> Password.parse("\uFDFA".repeat(15)))).isEqualTo("password: too-long");
    }

    @Example
    void theFirstHundredCodePointsAreRatedSoThatALongPasswordTakesNoTime() {
        long start = System.nanoTime();
        rule(() -> require("a1".repeat(128)));
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Provide
    Arbitrary<Integer> letters() {
        return Arbitraries.integers().between(0x41, 0x2FA1D).filter(Character::isLetter);
    }

    private static void require(String password) {
        PasswordPolicy.standard().require(Password.parse(password), Optional.empty(), List.of());
    }

    private static String rule(Runnable parse) {
        try {
            parse.run();
            return "";
        } catch (InvalidValue invalid) {
            return String.valueOf(invalid.getMessage());
        }
    }
}
