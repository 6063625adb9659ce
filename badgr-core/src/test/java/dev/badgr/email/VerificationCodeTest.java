package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@StatisticsReport(onFailureOnly = true)
class VerificationCodeTest {
    /** The zero of every script that Unicode has decimal digits for. */
    private static final List<Integer> ZEROS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && Character.digit(c, 10) == 0)
            .boxed()
            .toList();

    private static final List<String> BLANKS = List.of("", " ", "\t", "\r\n", "\u00A0", "\u2003", "\u202F", "\u3000");
    private static final List<String> SEPARATORS =
            List.of("", " ", "-", "\u00A0", "\u2009", "\u202F", "\u2010", "\u2011", "\u2013");

    @Property(tries = 1000)
    void theDigitsOfAnyScriptAreRead(
            @ForAll @IntRange(max = 999_999) int code,
            @ForAll("zeros") List<Integer> zeros,
            @ForAll("blanks") String before,
            @ForAll("separators") String separator,
            @ForAll("blanks") String after) {
        String ascii = "%06d".formatted(code);
        String typed = IntStream.range(0, 6)
                .mapToObj(i -> Character.toString(zeros.get(i) + ascii.charAt(i) - '0'))
                .collect(Collectors.joining());
        int middle = typed.offsetByCodePoints(0, 3);
        String grouped = before + typed.substring(0, middle) + separator + typed.substring(middle) + after;
        assertThat(VerificationCode.parse(grouped)).isEqualTo(new VerificationCode(ascii));
    }

    @Property(tries = 3000)
    void anythingElseIsRefusedAsACode(@ForAll("typed") String typed) {
        Optional<VerificationCode> code = parsed(typed);
        Statistics.label("taken")
                .collect(code.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        String digits = typed.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> Integer.toString(Character.digit(c, 10)))
                .collect(Collectors.joining());
        code.filter(c -> !c.isToken()).ifPresent(c -> assertThat(c.value()).isEqualTo(digits));
    }

    @Property(tries = 300)
    void oneSignMoreOrLessIsNoCode(@ForAll @IntRange(max = 999_999) int code, @ForAll("signs") String sign) {
        String digits = "%06d".formatted(code);
        assertThat(parsed(digits + sign)).isEmpty();
        assertThat(parsed(sign + digits)).isEmpty();
        assertThat(parsed(digits.substring(0, 2) + sign + digits.substring(2))).isEmpty();
        assertThat(parsed(digits.substring(1))).isEmpty();
        assertThat(parsed(digits.substring(0, 3) + "  " + digits.substring(3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "½23456",
                "Ⅷ23456",
                "١٢٣４５Z",
                "12345",
                "1234567",
                "1 2 3 4 5 6",
                "12 3456",
                "0x1234",
                "+12345",
                "1e5",
                "-12345"
            })
    void whatOnlyLooksLikeADigitIsNone(String typed) {
        assertThat(parsed(typed)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0"})
    void nothingIsAskedForAsRequired(@org.jspecify.annotations.Nullable String typed) {
        assertThatThrownBy(() -> VerificationCode.parse(typed)).hasMessage("code: required");
    }

    @Property(tries = 100)
    void aTokenIsReadAsItIs(@ForAll("tokens") String token, @ForAll("blanks") String blank) {
        VerificationCode code = VerificationCode.parse(blank + token + blank);
        assertThat(code.value()).isEqualTo(token);
        assertThat(code.isToken()).isTrue();
    }

    @Test
    void codesAreUniformAndKeepTheirZeros() {
        SecureRandom random = new SecureRandom();
        Map<Character, Integer> first = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String code = VerificationCode.random(random).value();
            assertThat(code).matches("[0-9]{6}");
            first.merge(code.charAt(0), 1, Integer::sum);
        }
        // 2,000 each on average, standard deviation 42: ten of them off is no accident.
        assertThat(first.values()).hasSize(10).allMatch(count -> count > 1580 && count < 2420);
    }

    @Property(tries = 200)
    void equalCodesOfTwoChallengesHaveUnequalHashes(@ForAll @IntRange(max = 999_999) int number) {
        VerificationCode code = new VerificationCode("%06d".formatted(number));
        HmacKey key = HmacKey.of(new byte[32]);
        SecureRandom random = new SecureRandom();
        ChallengeId one = ChallengeId.random(random);
        assertThat(code.hash(key, one)).isEqualTo(code.hash(key, one));
        assertThat(code.hash(key, one)).isNotEqualTo(code.hash(key, ChallengeId.random(random)));
        assertThat(code.hash(key, one)).isNotEqualTo(code.hash(HmacKey.random(random), one));
    }

    @Provide
    Arbitrary<List<Integer>> zeros() {
        return Arbitraries.of(ZEROS).list().ofSize(6);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(BLANKS);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(SEPARATORS);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("7", "\u0661", "a", "-", "_", ".", "\u0000", "\u200B", "\u0301", "\uD800", "😀", "½");
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.strings().alpha().numeric().withChars("-_").ofLength(22);
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .numeric()
                .withChars(" -\u00A0\u0661\u0969.O")
                .ofMinLength(5)
                .ofMaxLength(9);
        Arbitrary<String> sixOrSeven =
                Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(7);
        return Arbitraries.oneOf(AnyText.anything(), nearly, nearly, sixOrSeven);
    }

    private static Optional<VerificationCode> parsed(String typed) {
        try {
            return Optional.of(VerificationCode.parse(typed));
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("code");
            assertThat(refused.violation().rule()).isIn("required", "code.format");
            return Optional.empty();
        }
    }
}
