package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.fixture.Race;
import dev.badgr.jdbc.JdbcSchema.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On MariaDB tables are made once, though each statement that makes one is a transaction of its own. */
class MariaDbSchemaTest {
    @Test
    void manyMayMakeTheTablesAtOnce() {
        try (HikariDataSource database = MariaDb.newDatabase(20)) {
            for (int round = 0; round < 2; round++) {
                Race.of(8, i -> {
                    JdbcSchema.apply(database);
                    return i;
                });
            }
            new Given(JdbcStorage.of(database)).account();
        }
    }

    @Test
    void whatDiedHalfWayIsFinished() {
        try (HikariDataSource database = MariaDb.newDatabase(2)) {
            for (Script script : JdbcSchema.scripts(Database.MARIADB)) {
                List<String> statements = script.statements();
                for (String statement : statements.subList(0, (statements.size() + 1) / 2)) {
                    MariaDb.run(database.getJdbcUrl(), statement);
                }
            }
            JdbcSchema.apply(database);
            new Given(JdbcStorage.of(database)).account();
        }
    }

    @Test
    void aHostMayRunTheFilesItself() {
        try (HikariDataSource database = MariaDb.newDatabase(2)) {
            for (Script script : JdbcSchema.scripts(Database.MARIADB)) {
                MariaDb.run(database.getJdbcUrl() + "&allowMultiQueries=true", script.text());
            }
            new Given(JdbcStorage.of(database)).account();
        }
    }

    @Test
    void mySqlHasTheSameScriptsInItsWords() {
        List<Script> mariadb = JdbcSchema.scripts(Database.MARIADB);
        List<Script> mysql = JdbcSchema.scripts(Database.MYSQL);
        assertThat(mysql)
                .extracting(Script::name)
                .isEqualTo(mariadb.stream().map(Script::name).toList());
        assertThat(mysql)
                .extracting(Script::text)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                "index if not exists", "column if not exists", "nopad", "uuid", "with time zone"));
    }
}
