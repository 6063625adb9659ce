package dev.badgr.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInRulesTest {
    private static final Duration SHORT = Duration.ofSeconds(30);

    @Property(tries = 1000)
    void waitsGrowAndAreBounded(@ForAll("rules") SignInRules rules, @ForAll @IntRange(min = 0) int count) {
        Duration wait = rules.backOff(count);
        assertThat(wait).isBetween(Duration.ZERO, rules.longestBackOff());
        assertThat(rules.backOff(count == Integer.MAX_VALUE ? count : count + 1))
                .isGreaterThanOrEqualTo(wait);
        assertThat(wait.isZero()).isEqualTo(count < rules.failures());
        if (count >= rules.failures()) {
            assertThat(wait).isGreaterThanOrEqualTo(rules.firstBackOff());
        }
    }

    @Property(tries = 200)
    void eachWaitIsTwiceTheOneBeforeUntilTheLongest(@ForAll("rules") SignInRules rules) {
        Duration expected = rules.firstBackOff();
        for (int count = rules.failures(); count < rules.failures() + 15; count++) {
            assertThat(rules.backOff(count)).isEqualTo(expected);
            Duration doubled = expected.multipliedBy(2);
            expected = doubled.compareTo(rules.longestBackOff()) < 0 ? doubled : rules.longestBackOff();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,PT0S", "4,PT0S", "5,PT30S", "6,PT1M", "7,PT2M", "8,PT4M", "9,PT8M", "10,PT15M", "99,PT15M"})
    void theUsualWaits(int failures, Duration wait) {
        assertThat(SignInRules.standard().backOff(failures)).isEqualTo(wait);
    }

    @Test
    void rulesThatProtectNothingAreRefused() {
        assertRefused(0, SHORT, SHORT, SHORT, 100, SHORT);
        assertRefused(5, Duration.ZERO, SHORT, SHORT, 100, SHORT);
        assertRefused(5, SHORT, Duration.ZERO, SHORT, 100, SHORT);
        assertRefused(5, SHORT, SHORT, SHORT.minusMillis(1), 100, SHORT);
        assertRefused(5, SHORT, SHORT, SHORT, 101, SHORT);
        assertRefused(5, SHORT, SHORT, SHORT, 0, SHORT);
        assertRefused(5, SHORT, SHORT, SHORT, 100, Duration.ofMinutes(5).plusMillis(1));
        assertRefused(5, SHORT, SHORT, SHORT, 100, Duration.ofMillis(-1));
    }

    /** From a millisecond to a year: a host's first wait, and a longest that is that or more. */
    @Provide
    Arbitrary<SignInRules> rules() {
        Arbitrary<Integer> failures = Arbitraries.integers().between(1, 50);
        Arbitrary<Long> first =
                Arbitraries.longs().between(1, Duration.ofDays(1).toMillis());
        Arbitrary<Long> more =
                Arbitraries.longs().between(0, Duration.ofDays(365).toMillis());
        return Combinators.combine(failures, first, more)
                .as((f, low, extra) ->
                        new SignInRules(f, SHORT, Duration.ofMillis(low), Duration.ofMillis(low + extra), 100, SHORT));
    }

    private static void assertRefused(
            int failures, Duration window, Duration first, Duration longest, int inARow, Duration fresh) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignInRules(failures, window, first, longest, inARow, fresh));
    }
}
