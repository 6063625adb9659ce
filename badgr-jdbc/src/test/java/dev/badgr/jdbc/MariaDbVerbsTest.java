package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** MariaDB carries the verbs. */
class MariaDbVerbsTest extends VerbContracts {
    private static final HikariDataSource DATABASE = MariaDb.migrated(70);

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
