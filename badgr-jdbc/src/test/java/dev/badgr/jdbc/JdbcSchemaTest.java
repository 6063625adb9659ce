package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.fixture.Race;
import dev.badgr.jdbc.JdbcSchema.Script;
import dev.badgr.port.Misconfigured;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are made once, by whoever comes first, and never by halves. */
class JdbcSchemaTest {
    private static final int PROCESSES = 8;

    @Test
    void manyMayMakeThePostgresTablesAtOnce() {
        try (HikariDataSource database = Postgres.newDatabase(20)) {
            assertMadeByMany(database, PROCESSES);
        }
    }

    /** H2 locks table by table, and of more than two the last may wait for minutes. */
    @Test
    void twoMayMakeTheH2TablesAtOnce(@TempDir Path folder) {
        try (HikariDataSource database = H2Files.pool(folder, 20)) {
            assertMadeByMany(database, 2);
        }
    }

    @Test
    void aScriptThatWasChangedIsRefused() throws SQLException {
        try (HikariDataSource database = Postgres.newDatabase(2)) {
            JdbcSchema.apply(database);
            run(database, "update badgr_schema set sha256 = 'other' where version = 2");
            assertThatThrownBy(() -> JdbcSchema.apply(database))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("V002__terms.sql");
        }
    }

    @Test
    void tablesOfANewerVersionAreRefused() throws SQLException {
        try (HikariDataSource database = Postgres.newDatabase(2)) {
            JdbcSchema.apply(database);
            run(database, "update badgr_schema set version = 900, script = 'V900__more.sql' where version = 2");
            assertThatThrownBy(() -> JdbcSchema.apply(database))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("V900__more.sql")
                    .hasMessageContaining("newer");
        }
    }

    @Test
    void aScriptThatFailsLeavesNothing() throws SQLException {
        try (HikariDataSource database = Postgres.newDatabase(2)) {
            run(database, "create table badgr_verified_email (something integer)");
            assertThatThrownBy(() -> JdbcSchema.apply(database)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> run(database, "select 1 from badgr_account"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aHostMayRunTheFilesItself() throws SQLException {
        try (HikariDataSource database = Postgres.newDatabase(2)) {
            for (Script script : JdbcSchema.scripts(Database.POSTGRESQL)) {
                run(database, script.text());
            }
            new Given(JdbcStorage.of(database)).account();
        }
    }

    @Test
    void aDatabasesOwnStatementsFollowTheCommonOnes() {
        List<Script> common = JdbcSchema.scripts(Database.H2);
        List<Script> own = JdbcSchema.scripts(Database.POSTGRESQL);
        assertThat(own)
                .extracting(Script::name)
                .isSorted()
                .isEqualTo(common.stream().map(Script::name).toList());
        assertThat(own.get(0)).isEqualTo(common.get(0));
        assertThat(common.get(1).text()).doesNotContain("collate");
        assertThat(own.get(1).text()).startsWith(common.get(1).text()).contains("collate \"C\"");
    }

    private static void assertMadeByMany(DataSource database, int processes) {
        for (int round = 0; round < 2; round++) {
            Race.of(processes, i -> {
                JdbcSchema.apply(database);
                return i;
            });
        }
        new Given(JdbcStorage.of(database)).account();
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
