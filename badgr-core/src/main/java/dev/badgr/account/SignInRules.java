package dev.badgr.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How guessing of passwords is slowed down (OWASP ASVS 5.0, 6.3; NIST SP 800-63B-4, 3.2.2). Counted for each pair of
 * account and client, so that a guesser elsewhere can't lock the person out; all failures in a row together disable the
 * password until it is recovered.
 *
 * @param failures how many within {@code window} start the back-off
 * @param window how long a failure counts
 * @param firstBackOff the first waiting time; each further failure doubles it
 * @param longestBackOff the most it grows to
 * @param failuresInARow after how many the password is disabled; at most 100
 * @param freshFor how old a sign-in may be for a change of password, address or linked identity
 */
public record SignInRules(
        int failures,
        Duration window,
        Duration firstBackOff,
        Duration longestBackOff,
        int failuresInARow,
        Duration freshFor) {

    public SignInRules {
        if (failures < 1 || failuresInARow < 1 || failuresInARow > 100) {
            throw new IllegalArgumentException("failures: at least 1; failuresInARow: 1 to 100");
        }
        if (!isPositive(window) || !isPositive(firstBackOff) || firstBackOff.compareTo(longestBackOff) > 0) {
            throw new IllegalArgumentException("window, firstBackOff, longestBackOff: must be positive and grow");
        }
        if (!isPositive(freshFor) || freshFor.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("freshFor: more than nothing, at most PT5M");
        }
    }

    /** The defaults. */
    public static SignInRules standard() {
        return new SignInRules(
                5, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(15), 100, Duration.ofMinutes(5));
    }

    /**
     * How long to wait after so many failures within the window.
     *
     * @param count failures including the latest
     * @return nothing below {@link #failures()}
     */
    public Duration backOff(int count) {
        if (count < failures) {
            return Duration.ZERO;
        }
        // 2 to the 20th half-minutes is a year: the bound below is reached long before, and nothing overflows.
        Duration doubled = firstBackOff.multipliedBy(1L << Math.min(count - failures, 20));
        return doubled.compareTo(longestBackOff) < 0 ? doubled : longestBackOff;
    }

    /**
     * Until when the next attempt waits.
     *
     * @param count failures within the window
     * @param last when the latest of them was
     * @return empty if it needn't, or not any more
     */
    public Optional<Instant> blockedUntil(int count, Instant last, Instant now) {
        Duration wait = backOff(count);
        return wait.isZero() ? Optional.empty() : Optional.of(last.plus(wait)).filter(now::isBefore);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
