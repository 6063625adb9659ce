package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL is moved to another secret. */
class PostgresRekeyTest extends RekeyTests {
    @Override
    HikariDataSource open() {
        return Postgres.migrated(4);
    }

    @Override
    HikariDataSource reopen() {
        PGSimpleDataSource same = new PGSimpleDataSource();
        same.setUrl(url());
        return Postgres.pool(same, 4);
    }

    @Override
    String url() {
        PGSimpleDataSource source = (PGSimpleDataSource) database.getDataSource();
        return source.getUrl() + (source.getUrl().contains("?") ? "&" : "?") + "user=" + source.getUser();
    }
}
