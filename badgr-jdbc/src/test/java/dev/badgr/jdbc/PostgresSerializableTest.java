package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL keeps the law of storage when the host's pool asks for serializable transactions, and gives many of them up. */
class PostgresSerializableTest extends StorageContracts {
    private static final HikariDataSource DATABASE = Postgres.migrated(70);
    private static final HikariDataSource SERIALIZABLE = serializable();

    @AfterAll
    static void close() {
        SERIALIZABLE.close();
        AuditorTests.assertAccountsAreClean(DATABASE);
        DATABASE.close();
    }

    private static HikariDataSource serializable() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(DATABASE);
        config.setMaximumPoolSize(70);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        return new HikariDataSource(config);
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(SERIALIZABLE);
    }
}
