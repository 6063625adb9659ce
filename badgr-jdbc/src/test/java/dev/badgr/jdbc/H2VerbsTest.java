package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.contract.VerbContracts;
import dev.badgr.port.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** H2 carries the verbs. */
class H2VerbsTest extends VerbContracts {
    private static HikariDataSource database;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        database = H2Files.migrated(folder, 70);
    }

    @AfterAll
    static void close() {
        AuditorTests.assertClean(database);
        database.close();
    }

    @Override
    protected Storage storage() {
        return JdbcStorage.of(database);
    }
}
