package dev.badgr.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until a test moves it. Safe for use by many threads. */
public final class MutableClock implements InstantSource {
    private Instant now;

    private MutableClock(Instant start) {
        this.now = Objects.requireNonNull(start, "start");
    }

    /** One that shows this time. */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves it by this much; back, if it is negative. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets it to this time. */
    public synchronized void setTo(Instant then) {
        now = Objects.requireNonNull(then, "then");
    }

    @Override
    public String toString() {
        return "MutableClock[" + instant() + "]";
    }
}
