package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.port.BadgrException;
import dev.badgr.port.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, how often, and for how long. */
class RetriesTest {
    private static final Dialect DIALECT = Database.POSTGRESQL.dialect();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicLong tries = new AtomicLong();
    private final AtomicLong clock = new AtomicLong();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void whatWasGivenUpIsTriedAgainUntilItWorks(String state) {
        assertThat(Retries.of(DIALECT, PATIENCE, () -> {
                    if (tries.incrementAndGet() < 5) {
                        throw new SQLException("given up", state);
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(tries).hasValue(5);
    }

    @Test
    void afterTwentyTriesItIsTold() {
        assertThatThrownBy(() -> of(Duration.ZERO, "40001"))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("try again");
        assertThat(tries).hasValue(20);
    }

    @Test
    void afterAWhileItIsTold() {
        assertThatThrownBy(() -> of(Duration.ofSeconds(8), "40P01")).isInstanceOf(StorageUnavailable.class);
        assertThat(tries).hasValue(3);
    }

    /** What broke a connection, and a commit whose outcome is unknown, may have been done. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "40003", "57P01", "57014", "25P03", "25006"})
    void whatMayHaveBeenDoneOrCannotBeDoneIsTriedOnce(String state) {
        assertThatThrownBy(() -> of(Duration.ZERO, state)).isInstanceOf(StorageUnavailable.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatIsWrongIsTriedOnce() {
        assertThatThrownBy(() -> of(Duration.ZERO, "22001"))
                .isExactlyInstanceOf(BadgrException.class)
                .hasMessageContaining("22001");
        assertThat(tries).hasValue(1);
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> of(Duration.ZERO, "40001")).isInstanceOf(StorageUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).hasValue(1);
    }

    private void of(Duration each, String state) {
        Retries.of(
                DIALECT,
                PATIENCE,
                () -> {
                    tries.incrementAndGet();
                    clock.addAndGet(each.toNanos());
                    throw new SQLException("message", state);
                },
                clock::get);
    }
}
