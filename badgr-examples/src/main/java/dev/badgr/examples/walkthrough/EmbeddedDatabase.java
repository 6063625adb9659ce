package dev.badgr.examples.walkthrough;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A PostgreSQL of the walkthrough's own, which keeps its data in a folder and writes them as a production server would: the
 * helper that starts it switches that off for the sake of speed, so here it is switched on again.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
    }

    /** Starts the server on the data of this folder, making them if there are none. */
    static EmbeddedDatabase startIn(Path cluster) throws IOException {
        stopLeftOver(cluster);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE);
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        return new EmbeddedDatabase(builder.start());
    }

    DataSource dataSource() {
        return pool;
    }

    /** Whether the server itself says that what it acknowledges is on the disk. */
    boolean isDurable() throws SQLException {
        for (String setting : DURABLE) {
            if (!show(setting).equals("on")) {
                return false;
            }
        }
        return true;
    }

    String version() throws SQLException {
        return show("server_version");
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('" + setting + "')")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A run that was killed leaves its server behind. The folder is locked by this run, so nobody uses that server. */
    private static void stopLeftOver(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres).ifPresent(EmbeddedDatabase::stop);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).stream()
                .anyMatch(name -> name.toString().startsWith("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
