package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** MariaDB keeps the law of storage when the host's pool asks for serializable transactions: there each look is a lock. */
class MariaDbSerializableTest extends StorageContracts {
    private static final HikariDataSource DATABASE = MariaDb.migrated(70);
    private static final HikariDataSource ISOLATED = Isolated.pool(DATABASE, "SERIALIZABLE", 70);

    @AfterAll
    static void close() {
        ISOLATED.close();
        AuditorTests.assertAccountsAreClean(DATABASE);
        DATABASE.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(ISOLATED);
    }
}
