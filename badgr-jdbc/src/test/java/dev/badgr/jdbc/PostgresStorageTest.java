package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL keeps the law of storage, by statements that Citus takes too. */
class PostgresStorageTest extends StorageContracts {
    private static final HikariDataSource DATABASE = Postgres.migrated(70);
    private static final Statements STATEMENTS = new Statements();
    private static final DataSource LISTENING = STATEMENTS.listeningTo(DATABASE);

    @AfterAll
    static void close() {
        AuditorTests.assertAccountsAreClean(DATABASE);
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
