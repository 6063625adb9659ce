package dev.badgr.memory;

import dev.badgr.account.SignInRules;
import java.time.Instant;
import java.util.Optional;

/**
 * Failures of one subject from one client.
 *
 * @param count how many
 * @param start when the first was
 * @param last when the latest was
 */
record Failures(int count, Instant start, Instant last) {
    static Failures first(Instant now) {
        return new Failures(1, now, now);
    }

    /** With one more. Waits go on growing until none was needed for long; what led to no wait is forgotten with its window. */
    Failures plusOne(SignInRules rules, Instant now) {
        Instant forgotten = count < rules.failures()
                ? start.plus(rules.window())
                : last.plus(rules.longestBackOff()).plus(rules.window());
        return now.isBefore(forgotten) ? new Failures(count + 1, start, now) : first(now);
    }

    /** Until when the next attempt waits; empty if it needn't. */
    Optional<Instant> blockedUntil(SignInRules rules, Instant now) {
        return rules.blockedUntil(count, last, now);
    }
}
