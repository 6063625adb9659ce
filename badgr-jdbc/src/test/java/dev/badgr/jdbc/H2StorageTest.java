package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.StorageContracts;
import dev.badgr.port.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** H2 keeps the law of storage. */
class H2StorageTest extends StorageContracts {
    private static HikariDataSource database;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        database = H2Files.migrated(folder, 70);
    }

    @AfterAll
    static void close() {
        AuditorTests.assertAccountsAreClean(database);
        database.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(database);
    }
}
