package dev.badgr.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A MariaDB server on a port of its own, as durable as in production. It ends with the JVM at the latest. */
final class MariaDbServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADDRESS = "127.0.0.1";

    private final Path home;
    private final int port;
    private final List<String> command;
    private @Nullable Process process;

    private static final class Template {
        static final Path DATA = make();

        private static Path make() {
            try {
                Path data = newFolder().resolve("data");
                Files.createDirectory(data);
                MariaDbBinaries.found().install(data);
                return data;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private MariaDbServer(Path home, int port, String... options) {
        this.home = home;
        this.port = port;
        this.command = command(home, port, options);
    }

    /** On new, empty data. */
    static MariaDbServer started(String... options) {
        MariaDbServer server = on(newFolder(), options);
        server.start();
        server.await();
        return server;
    }

    /** Not started yet. */
    static MariaDbServer on(Path home, String... options) {
        copy(Template.DATA, home.resolve("data"));
        return new MariaDbServer(home, freePort(), options);
    }

    private static List<String> command(Path home, int port, String... options) {
        List<String> command = new ArrayList<>(MariaDbBinaries.found().server());
        command.addAll(List.of(
                "--datadir=" + home.resolve("data"),
                "--socket=" + home.resolve("s"),
                "--pid-file=" + home.resolve("pid"),
                "--bind-address=" + ADDRESS,
                "--port=" + port,
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=48M",
                "--max-connections=400",
                "--skip-name-resolve"));
        command.addAll(Arrays.asList(options));
        return command;
    }

    /** Also again, on what it left. */
    void start(String... once) {
        try {
            List<String> all = new ArrayList<>(command);
            all.addAll(Arrays.asList(once));
            process = MariaDbBinaries.found()
                    .process(all)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                    .start();
            Process started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it takes statements. */
    void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url("", ""));
                    Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from mysql.user");
                return;
            } catch (SQLException e) {
                if (!running().isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("MariaDB did not start: " + log(), e);
                }
                pause();
            }
        }
    }

    int port() {
        return port;
    }

    String url(String database, String parameters) {
        return "jdbc:mariadb://%s:%d/%s?user=root%s".formatted(ADDRESS, port, database, parameters);
    }

    String address() {
        return ADDRESS + ":" + port;
    }

    /** As a power cut would end it. */
    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** As its operator would. */
    void stop() {
        running().destroy();
        awaitEnd();
    }

    boolean isAlive() {
        return running().isAlive();
    }

    @Override
    public void close() {
        kill();
        delete(home);
    }

    String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("MariaDB does not stop");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A short path: a socket's must have fewer than a hundred characters. */
    static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("badgr-mariadb");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException | UncheckedIOException e) {
            // What is left is in the folder for temporary files.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
