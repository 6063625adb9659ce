package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** H2 is audited. */
class H2AuditorTest extends AuditorTests {
    private static HikariDataSource database;
    private static BusyLife life;

    @BeforeAll
    static void live(@TempDir Path folder) {
        database = H2Files.migrated(folder, 4);
        life = new BusyLife(JdbcStorage.of(database));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    DataSource database() {
        return database;
    }

    @Override
    Database kind() {
        return Database.H2;
    }

    @Override
    BusyLife life() {
        return life;
    }
}
