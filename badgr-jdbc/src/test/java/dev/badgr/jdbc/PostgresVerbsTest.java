package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL carries the verbs. */
class PostgresVerbsTest extends VerbContracts {
    private static final HikariDataSource DATABASE = Postgres.migrated(70);

    @AfterAll
    static void close() {
        AuditorTests.assertClean(DATABASE);
        DATABASE.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(DATABASE);
    }
}
