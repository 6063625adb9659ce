package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A PostgreSQL server for the tests of this JVM: as durable as in production, whatever the embedded one's defaults are. */
@SuppressWarnings("exports") // used by the benchmarks beside it
public final class Postgres {
    /** The system property for how much memory a server has, as it calls it. */
    public static final String SHARED_BUFFERS = "badgr.postgresql.shared-buffers";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
    }

    public static EmbeddedPostgres server() {
        return Server.POSTGRES;
    }

    private static EmbeddedPostgres start() {
        return started(durable());
    }

    /** A server of its own, for a test that stops it. On the data of one that was stopped, it goes on with them. */
    static EmbeddedPostgres startIn(Path data) {
        return started(durable().setDataDirectory(data).setCleanDataDirectory(false));
    }

    static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", System.getProperty(SHARED_BUFFERS, "128MB"))
                .setServerConfig("max_connections", "200");
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool on a new, empty database. */
    public static HikariDataSource newDatabase(int connections) {
        String name = "badgr_" + DATABASES.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool(server().getDatabase("postgres", name), connections);
    }

    /** The same with badgr's tables. */
    public static HikariDataSource migrated(int connections) {
        HikariDataSource database = newDatabase(connections);
        JdbcSchema.apply(database);
        return database;
    }

    public static HikariDataSource pool(DataSource database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }
}
