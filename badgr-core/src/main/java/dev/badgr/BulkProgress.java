package dev.badgr;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a bulk run has come, or what it did.
 *
 * @param done rows that this run has awarded or revoked
 * @param doneBefore rows that were done before
 * @param refused rows that were refused
 * @param elapsed since it began
 * @param expected how many rows there are in all, if the host has said so
 */
public record BulkProgress(long done, long doneBefore, long refused, Duration elapsed, OptionalLong expected) {
    static BulkProgress none(OptionalLong expected) {
        return new BulkProgress(0, 0, 0, Duration.ZERO, expected);
    }

    /** How many rows have an outcome. */
    public long rows() {
        return done + doneBefore + refused;
    }

    /** Rows per second so far; 0 before the first. */
    public double rate() {
        return elapsed.isZero() ? 0 : rows() * 1e9 / elapsed.toNanos();
    }

    /** How long the rest takes at this rate; empty if nobody knows how much that is. */
    public Optional<Duration> remaining() {
        if (expected.isEmpty() || rate() == 0) {
            return Optional.empty();
        }
        long left = Math.max(0, expected.getAsLong() - rows());
        return Optional.of(Duration.ofMillis((long) (left / rate() * 1000)));
    }

    BulkProgress and(BulkOutcome outcome) {
        return new BulkProgress(
                done + (outcome instanceof BulkOutcome.Done ? 1 : 0),
                doneBefore + (outcome instanceof BulkOutcome.DoneBefore ? 1 : 0),
                refused + (outcome instanceof BulkOutcome.Refused ? 1 : 0),
                elapsed,
                expected);
    }

    BulkProgress after(Duration time) {
        return new BulkProgress(done, doneBefore, refused, time, expected);
    }
}
