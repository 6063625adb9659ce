package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server and its synchronous standby. The primary acknowledges a commit once the standby has it on its disk
 * ({@code synchronous_commit=on}), which is all that a promotion needs; that the standby has applied it too
 * ({@code remote_apply}) would matter only to those who read there.
 */
record StandbyPair(EmbeddedPostgres primary, EmbeddedPostgres standby, long postmaster) implements AutoCloseable {
    static StandbyPair startIn(Path folder) throws IOException {
        Path first = folder.resolve("primary");
        Path second = folder.resolve("standby");
        // What the standby begins with is a copy of the primary's files, made while it doesn't run.
        Postgres.startIn(first).close();
        copy(first, second);
        EmbeddedPostgres primary = Postgres.durable()
                .setServerConfig("synchronous_standby_names", "standby")
                .setDataDirectory(first)
                .setCleanDataDirectory(false)
                .start();
        Files.createFile(second.resolve("standby.signal"));
        EmbeddedPostgres standby = Postgres.durable()
                .setServerConfig(
                        "primary_conninfo",
                        "'host=127.0.0.1 port=%d user=postgres application_name=standby'".formatted(primary.getPort()))
                .setDataDirectory(second)
                .setCleanDataDirectory(false)
                .start();
        String pid = Files.readAllLines(first.resolve("postmaster.pid")).get(0);
        return new StandbyPair(primary, standby, Long.parseLong(pid.strip()));
    }

    /** A pool that finds the primary among the two, as README says that hosts should have it. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres".formatted(primary.getPort(), standby.getPort())
                        + "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=10");
        config.setUsername("postgres");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(5000);
        config.setValidationTimeout(1000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Ends all processes of the primary, as when its machine goes. */
    void killPrimary() {
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Makes a primary of the standby. */
    void promoteStandby() throws SQLException {
        try (Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_promote(true, 60)");
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
