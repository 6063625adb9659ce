package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A file of H2 is moved to another secret. */
class H2RekeyTest extends RekeyTests {
    @TempDir
    private Path folder;

    @Override
    HikariDataSource open() {
        return H2Files.migrated(folder, 4);
    }

    @Override
    HikariDataSource reopen() {
        return H2Files.pool(folder, 4);
    }

    @Override
    String url() {
        return H2Files.url(folder);
    }
}
