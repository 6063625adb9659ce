package dev.badgr.memory;

import java.time.Duration;
import java.time.Instant;

/**
 * A count within a window that begins with the first thing counted.
 *
 * @param count so many
 * @param start of the window
 */
record Tally(int count, Instant start) {
    static Tally none(Instant now) {
        return new Tally(0, now);
    }

    /** With one more; the first of a new window if this one is over. */
    Tally plusOne(Instant now, Duration window) {
        return isOver(now, window) ? new Tally(1, now) : new Tally(count + 1, start);
    }

    boolean hasReached(int max, Instant now, Duration window) {
        return count >= max && !isOver(now, window);
    }

    private boolean isOver(Instant now, Duration window) {
        return !now.isBefore(start.plus(window));
    }
}
