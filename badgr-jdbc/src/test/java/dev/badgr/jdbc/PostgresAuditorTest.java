package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** PostgreSQL is audited. */
class PostgresAuditorTest extends AuditorTests {
    private static final HikariDataSource DATABASE = Postgres.migrated(4);
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
            other.setAutoCommit(false);
            statement.execute("lock table badgr_guess_count in access exclusive mode");
            AuditReport report = auditor().within(Duration.ofSeconds(1)).audit();
            other.rollback();
            other.setAutoCommit(true);
            assertThat(report).isEqualTo(new AuditReport(List.of(), List.of("guesses-miscounted")));
            assertThat(report.isClean()).isFalse();
        }
    }

    @Test
    void nothingCanBeChanged() throws SQLException {
        try (Connection connection = DATABASE.getConnection()) {
            Session session = new Session(connection, Database.POSTGRESQL.dialect());
            assertThatThrownBy(() -> Snapshot.read(
                            session, s -> s.update(Sql.of("delete from badgr_guess_count"), new Params())))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    @Override
    DataSource database() {
        return DATABASE;
    }

    @Override
    Database kind() {
        return Database.POSTGRESQL;
    }

    @Override
    BusyLife life() {
        return life;
    }
}
