package dev.badgr.memory;

import java.time.Duration;
import java.time.Instant;

/**
 * A count within a window that begins with the first thing counted.
 *
 * @param count so many
 * @param end of the window
 */
record Tally(int count, Instant end) {
    static Tally none(Instant now) {
        return new Tally(0, now);
    }

    /** With one more; the first of a new window if this one is over. */
    Tally plusOne(Instant now, Duration window) {
        return isOverBy(now) ? new Tally(1, now.plus(window)) : new Tally(count + 1, end);
    }

    boolean hasReached(int max, Instant now) {
        return count >= max && !isOverBy(now);
    }

    boolean isOverBy(Instant time) {
        return !time.isBefore(end);
    }
}
