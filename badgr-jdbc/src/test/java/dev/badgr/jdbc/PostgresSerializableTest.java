package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL keeps the law of storage when the host's pool asks for serializable transactions, and gives many of them up. */
class PostgresSerializableTest extends StorageContracts {
    private static final HikariDataSource DATABASE = Postgres.migrated(70);
    private static final HikariDataSource SERIALIZABLE = Isolated.pool(DATABASE, "SERIALIZABLE", 70);

    @AfterAll
    static void close() {
        SERIALIZABLE.close();
        AuditorTests.assertAccountsAreClean(DATABASE);
        DATABASE.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(SERIALIZABLE);
    }
}
