package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;

/** MariaDB is moved to another secret. */
class MariaDbRekeyTest extends RekeyTests {
    @Override
    HikariDataSource open() {
        return MariaDb.migrated(4);
    }

    @Override
    HikariDataSource reopen() {
        return MariaDb.pool(url(), 4);
    }

    @Override
    String url() {
        return database.getJdbcUrl();
    }
}
