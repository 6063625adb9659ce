package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/** H2 databases in files. */
final class H2Files {
    private H2Files() {}

    static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("badgr").toAbsolutePath() + ";LOCK_TIMEOUT=10000";
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
