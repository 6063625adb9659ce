package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** PostgreSQL keeps the law of storage. */
class PostgresStorageTest extends StorageContracts {
    private static HikariDataSource database;

    @BeforeAll
    static void migrate() {
        database = Postgres.newDatabase(70);
        JdbcSchema.apply(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(database);
    }
}
