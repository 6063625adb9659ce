package dev.badgr.email;

import java.time.Duration;

/**
 * At most so many in any span of this length.
 *
 * @param max at least 1
 * @param window longer than nothing
 */
public record Rate(int max, Duration window) {
    public Rate {
        if (max < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("max: at least 1; window: longer than nothing");
        }
    }
}
