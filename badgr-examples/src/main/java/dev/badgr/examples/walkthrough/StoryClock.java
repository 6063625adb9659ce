package dev.badgr.examples.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time, put forward where the story says "a minute later", so that nobody has to wait. */
final class StoryClock implements InstantSource {
    private final InstantSource real = InstantSource.system();
    private volatile Duration ahead;

    /** Never before what an earlier run has reached: time doesn't run backwards for the stored data. */
    StoryClock(Instant notBefore) {
        Duration behind = Duration.between(real.instant(), notBefore);
        this.ahead = behind.isNegative() ? Duration.ZERO : behind;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }

    void advanceTo(Instant later) {
        Duration missing = Duration.between(instant(), later);
        if (!missing.isNegative()) {
            advance(missing.plusMillis(1));
        }
    }
}
