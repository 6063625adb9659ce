package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** MariaDB keeps the law of storage, at its own isolation level: repeatable read. */
class MariaDbStorageTest extends StorageContracts {
    private static final HikariDataSource DATABASE = MariaDb.migrated(70);

    @AfterAll
    static void close() {
        AuditorTests.assertAccountsAreClean(DATABASE);
        DATABASE.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(DATABASE);
    }
}
