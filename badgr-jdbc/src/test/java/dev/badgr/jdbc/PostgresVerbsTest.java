package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL carries the verbs, by statements that Citus takes too. */
class PostgresVerbsTest extends VerbContracts {
    private static final HikariDataSource DATABASE = Postgres.migrated(70);
    private static final Statements STATEMENTS = new Statements();
    private static final DataSource LISTENING = STATEMENTS.listeningTo(DATABASE);

    @AfterAll
    static void close() {
        AuditorTests.assertClean(DATABASE);
        DATABASE.close();
        CitusRules rules = CitusRules.ofScript();
        assertThat(STATEMENTS.texts()).hasSizeGreaterThan(100);
        assertThat(STATEMENTS.texts()).flatMap(rules::broken).isEmpty();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(LISTENING);
    }
}
