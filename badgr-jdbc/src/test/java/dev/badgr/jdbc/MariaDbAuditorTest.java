package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MariaDB is audited. */
class MariaDbAuditorTest extends AuditorTests {
    private static final HikariDataSource DATABASE = MariaDb.migrated(4);
    private static BusyLife life;

    @BeforeAll
    static void live() {
        life = new BusyLife(JdbcStorage.of(DATABASE));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aCheckThatTakesTooLongIsLeft() throws SQLException {
        try (Connection other = DATABASE.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("lock table badgr_guess_count write");
            AuditReport report = auditor().within(Duration.ofSeconds(1)).audit();
            statement.execute("unlock tables");
            assertThat(report).isEqualTo(new AuditReport(List.of(), List.of("guesses-miscounted")));
        }
    }

    @Override
    DataSource database() {
        return DATABASE;
    }

    @Override
    Database kind() {
        return Database.MARIADB;
    }

    @Override
    BusyLife life() {
        return life;
    }
}
