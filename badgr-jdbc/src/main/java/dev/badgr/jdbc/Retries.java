package dev.badgr.jdbc;

import dev.badgr.port.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work again when the database gave it up for the sake of another: so often and for so long, and each time after a longer
 * wait.
 */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int ATTEMPTS = 20;
    private static final int LONGEST_WAIT_MS = 400;

    /** Work that fails as JDBC does. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws SQLException;
    }

    private Retries() {}

    /** A try that fails later than the patience after the first one began is the last. */
    static <T> T of(Dialect dialect, Duration patience, Attempt<T> attempt) {
        return of(dialect, patience, attempt, System::nanoTime);
    }

    static <T> T of(Dialect dialect, Duration patience, Attempt<T> attempt, LongSupplier nanos) {
        long began = nanos.getAsLong();
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                Trouble trouble = dialect.trouble(e);
                boolean late = nanos.getAsLong() - began > patience.toNanos();
                if (trouble != Trouble.AGAIN || tries == ATTEMPTS || late) {
                    throw trouble.asException(e);
                }
                LOG.debug("Given up by the database (SQLState {}); try {} follows", e.getSQLState(), tries + 1);
                pause(tries, e);
            }
        }
    }

    /** At random, so that those who met once don't meet again. */
    private static void pause(int tries, SQLException cause) {
        int longest = Math.min(LONGEST_WAIT_MS, 1 << tries);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while another transaction had the way: try again", cause);
        }
    }
}
