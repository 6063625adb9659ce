package dev.badgr.jdbc;

import dev.badgr.port.StorageUnavailable;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work again when the database gave it up for the sake of another: so often and for so long, and each time after a longer
 * wait. Hosts commonly give a request half a minute, so whoever waits is told before that.
 */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int ATTEMPTS = 20;
    private static final int LONGEST_WAIT_MS = 400;
    /** A try that fails later than this after the first one began is the last. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Work that fails as JDBC does. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws SQLException;
    }

    private Retries() {}

    static <T> T of(Dialect dialect, Attempt<T> attempt) {
        return of(dialect, attempt, System::nanoTime);
    }

    static <T> T of(Dialect dialect, Attempt<T> attempt, LongSupplier nanos) {
        long began = nanos.getAsLong();
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                Trouble trouble = dialect.trouble(e);
                boolean late = nanos.getAsLong() - began > PATIENCE_NANOS;
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
