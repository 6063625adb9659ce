package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB server for the tests of this JVM, with its defaults. */
final class MariaDb {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MariaDb() {}

    private static final class Server {
        static final MariaDbServer MARIADB = MariaDbServer.started();
    }

    static MariaDbServer server() {
        return Server.MARIADB;
    }

    /** A pool on a new, empty database. */
    static HikariDataSource newDatabase(int connections) {
        return pool(server().url(newName(), ""), connections);
    }

    /** The same with badgr's tables. */
    static HikariDataSource migrated(int connections) {
        HikariDataSource database = newDatabase(connections);
        JdbcSchema.apply(database);
        return database;
    }

    /** A new, empty database. */
    static String newName() {
        String name = "badgr_" + DATABASES.incrementAndGet();
        run(server().url("", ""), "create database " + name + " character set latin1");
        return name;
    }

    static void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A source without a pool. */
    static DataSource source(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException(url, e);
        }
    }

    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }
}
