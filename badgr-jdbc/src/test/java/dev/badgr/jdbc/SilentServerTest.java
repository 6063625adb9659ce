package dev.badgr.jdbc;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.port.Storage;
import dev.badgr.port.StorageUnavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that is slow, silent or gone keeps nobody longer than the host's time-outs say, and is used again when it is back. */
class SilentServerTest {
    /** The host's time-outs below, and what a loaded machine adds. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    private final HikariDataSource direct = Postgres.migrated(2);
    private final CuttingProxy proxy = new CuttingProxy(Postgres.server().getPort());
    private HikariDataSource through;
    private Storage storage;
    private Badge badge;

    @BeforeEach
    void connect() throws SQLException {
        PGSimpleDataSource source = proxy.leadingTo((PGSimpleDataSource) direct.getDataSource());
        source.setSocketTimeout(2);
        source.setOptions("-c statement_timeout=1000");
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1000);
        config.setValidationTimeout(500);
        through = new HikariDataSource(config);
        storage = JdbcStorage.of(through);
        badge = new Given(storage).badge();
    }

    @AfterEach
    void close() throws IOException {
        through.close();
        proxy.close();
        direct.close();
    }

    @Test
    void aServerThatFallsSilentIsUnavailableUntilItAnswersAgain() {
        proxy.freeze();
        assertUnavailableInTime();
        assertUnavailableInTime();
        proxy.open();
        assertThatItWorks();
    }

    @Test
    void aServerThatIsGoneIsUnavailableUntilItIsBack() {
        proxy.shut();
        assertUnavailableInTime();
        assertUnavailableInTime();
        proxy.open();
        assertThatItWorks();
    }

    @Test
    void aRowThatSomebodyHoldsTooLongIsUnavailableUntilItIsFree() throws SQLException {
        Award award = anAwardOf(badge).build();
        try (Connection other = direct.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table badgr_award");
            assertUnavailableInTime();
            other.rollback();
        }
        assertThat(storage.stores().awards().award(award, List.of())).isPresent();
    }

    private void assertUnavailableInTime() {
        long began = System.nanoTime();
        assertThatThrownBy(
                        () -> storage.stores().awards().award(anAwardOf(badge).build(), List.of()))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("try again");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
    }

    private void assertThatItWorks() {
        assertThat(storage.stores().awards().award(anAwardOf(badge).build(), List.of()))
                .isPresent();
    }
}
