package dev.badgr.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Failures to sign in, as a row holds them.
 *
 * @param failures how many; 0 for a row that was made to be locked
 * @param startedAt when the first of them was
 * @param lastAt when the latest was
 */
record FailureCount(int failures, Instant startedAt, Instant lastAt) {
    static FailureCount read(Row row) throws SQLException {
        return new FailureCount(row.number("failures"), row.time("started_at"), row.time("last_at"));
    }

    /** Until when a back-off keeps this attempt off, if one is running. */
    Optional<Instant> blockedUntil(Reservation attempt) {
        return attempt.rules().blockedUntil(failures, lastAt, attempt.now());
    }

    /** With the attempt counted. */
    FailureCount plus(Reservation attempt) {
        boolean overdue = failures < attempt.rules().failures()
                ? !startedAt.isAfter(attempt.windowBegan())
                : !lastAt.isAfter(attempt.quietSince());
        return overdue || failures == 0
                ? new FailureCount(1, attempt.now(), attempt.now())
                : new FailureCount(failures + 1, startedAt, attempt.now());
    }
}
