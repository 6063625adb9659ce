package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A code is six digits of any script, with blanks around and one separator in the middle; nothing else is one. */
class VerificationCodePropertiesTest {
    /** The zero of every script that has decimal digits. */
    private static final List<Integer> ZEROS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && Character.digit(c, 10) == 0)
            .boxed()
            .toList();

    @Property
    void digitsOfAnyScriptMeanTheSame(
            @ForAll @IntRange(max = 999_999) int number,
            @ForAll("zeros") int zero,
            @ForAll("blanks") String before,
            @ForAll("separators") String separator,
            @ForAll("blanks") String after) {
        String digits = "%06d".formatted(number);
        String typed = before + in(zero, digits.substring(0, 3)) + separator + in(zero, digits.substring(3)) + after;
        assertThat(VerificationCode.parse(typed).value()).isEqualTo(digits);
    }

    @Property
    void aTokenIsReadAsItIs(@ForAll("tokens") String token, @ForAll("blanks") String blanks) {
        VerificationCode code = VerificationCode.parse(blanks + token + blanks);
        assertThat(code.value()).isEqualTo(token);
        assertThat(code.isToken()).isTrue();
    }

    @Property
    void everythingElseIsRefusedWithoutQuotingIt(@ForAll("texts") String text) {
        try {
            assertThat(VerificationCode.parse(text).value()).matches("[0-9]{6}|[A-Za-z0-9_-]{22}");
            long digits = text.codePoints().filter(Character::isDigit).count();
            assertThat(digits == 6 || text.strip().length() >= 22).isTrue();
        } catch (InvalidValue invalid) {
            assertThat(invalid.violation().field()).isEqualTo("code");
            assertThat(invalid.violation().rule()).isIn("required", "code.format");
            assertThat(invalid.getMessage()).isIn("code: required", "code: code.format");
        }
    }

    @Property
    void equalCodesOfTwoChallengesHaveUnequalHashes(@ForAll long one, @ForAll long other) {
        HmacKey key = HmacKey.of(new byte[32]);
        VerificationCode code = new VerificationCode("123456");
        ChallengeId first = new ChallengeId(new java.util.UUID(one, 0));
        ChallengeId second = new ChallengeId(new java.util.UUID(other, 0));
        assertThat(code.hash(key, first).equals(code.hash(key, second))).isEqualTo(one == other);
        assertThat(ChallengeId.parse(first.text())).isEqualTo(first);
    }

    @Property
    void anyTextIsAChallengesNameOrARefusal(@ForAll("texts") String text) {
        try {
            assertThat(ChallengeId.parse(text).text()).hasSize(22);
        } catch (InvalidValue invalid) {
            assertThat(invalid.getMessage()).isEqualTo("challenge: challenge.format");
        }
    }

    @Provide
    Arbitrary<Integer> zeros() {
        return Arbitraries.of(ZEROS);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings().withChars(" \t\n\r\u00A0\u2003\u202F").ofMaxLength(3);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-", "\u00A0", "\u2009", "\u202F", "\u2010", "\u2011", "\u2013");
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("_-")
                .ofLength(22);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("0123456789 -٣०𝟘x\u0000").ofMaxLength(9),
                Arbitraries.strings().withChars("Ab0_-=+/").ofMinLength(20).ofMaxLength(45));
    }

    private static String in(int zero, String digits) {
        StringBuilder script = new StringBuilder();
        digits.chars().forEach(c -> script.appendCodePoint(zero + c - '0'));
        return script.toString();
    }
}
