package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Pools that ask for an isolation level. */
final class Isolated {
    private Isolated() {}

    /** @param level such as {@code SERIALIZABLE} */
    static HikariDataSource pool(DataSource database, String level, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_" + level);
        return new HikariDataSource(config);
    }
}
