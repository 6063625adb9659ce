package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 databases in files. */
final class H2Files {
    private H2Files() {}

    static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("badgr").toAbsolutePath() + ";LOCK_TIMEOUT=10000";
    }

    /** A source without a pool. */
    static DataSource source(String url, String user) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        return source;
    }

    /** A pool on a database of the latest schema. */
    static HikariDataSource migrated(Path folder, int connections) {
        HikariDataSource database = pool(folder, connections);
        JdbcSchema.apply(database);
        return database;
    }

    static HikariDataSource pool(Path folder, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(folder));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }
}
