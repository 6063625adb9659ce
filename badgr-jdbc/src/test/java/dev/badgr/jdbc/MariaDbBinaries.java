package dev.badgr.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the programs of MariaDB and Galera are: those of the distribution if they are installed, else its packages, fetched
 * and unpacked below the build's folder by a script that needs no rights. {@code -Dbadgr.mariadb=fetch} leaves the installed ones aside.
 *
 * @param root {@code /}, or where the packages were unpacked
 */
record MariaDbBinaries(Path root) {
    private static final String SCRIPT = "fetch-mariadb.sh";
    private static final Path SERVER = Path.of("usr/sbin/mariadbd");
    private static final Path GALERA = Path.of("usr/lib/galera/libgalera_smm.so");

    /** Where the state transfer is that also works for root. */
    private static final Path SHIMS = shims();

    private static final class Found {
        static final MariaDbBinaries BINARIES = find();
    }

    static MariaDbBinaries found() {
        return Found.BINARIES;
    }

    private static MariaDbBinaries find() {
        MariaDbBinaries installed = new MariaDbBinaries(Path.of("/"));
        if (installed.isComplete() && !"fetch".equals(System.getProperty("badgr.mariadb"))) {
            return installed;
        }
        MariaDbBinaries fetched = new MariaDbBinaries(Path.of("target/mariadb").toAbsolutePath());
        if (!fetched.isComplete()) {
            fetched.fetch();
        }
        return fetched;
    }

    private boolean isComplete() {
        return Stream.of(SERVER, GALERA, Path.of("usr/bin/rsync"), Path.of("usr/bin/wsrep_sst_rsync"))
                .allMatch(file -> Files.isExecutable(root.resolve(file)) || Files.isReadable(root.resolve(file)));
    }

    private static Path shims() {
        try {
            Path folder = Files.createDirectories(Path.of("target/shims").toAbsolutePath());
            for (String name : List.of("rsync", "wsrep_sst_own")) {
                Path shim = folder.resolve(name);
                Files.copy(resource(name), shim, StandardCopyOption.REPLACE_EXISTING);
                if (!shim.toFile().setExecutable(true)) {
                    throw new IOException(shim + ": can't be made executable");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        URL found = Objects.requireNonNull(MariaDbBinaries.class.getResource(name));
        return Path.of(URI.create(found.toString()));
    }

    private void fetch() {
        Path log = root.resolve("fetch.log");
        try {
            Files.createDirectories(root);
            Process fetching = new ProcessBuilder("sh", resource(SCRIPT).toString(), root.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            if (fetching.waitFor() != 0 || !isComplete()) {
                throw new IllegalStateException("MariaDB is not there and could not be fetched (see " + log
                        + "): apt-get install mariadb-server galera-4 rsync");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path galera() {
        return root.resolve(GALERA);
    }

    /** What every program of the server is told first. */
    List<String> server() {
        return List.of(
                root.resolve(SERVER).toString(),
                "--no-defaults",
                "--basedir=" + root.resolve("usr"),
                "--lc-messages-dir=" + root.resolve("usr/share/mysql"),
                "--user=" + System.getProperty("user.name"));
    }

    /** An empty data directory, with a root who needs no password. */
    void install(Path data) throws IOException, InterruptedException {
        Process installing = process(List.of(
                        root.resolve("usr/bin/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + root.resolve("usr"),
                        "--user=" + System.getProperty("user.name"),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--datadir=" + data))
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("install.log").toFile())
                .start();
        if (installing.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(data.resolveSibling("install.log")));
        }
    }

    /** With the programs and libraries that belong to the server before those of the system. */
    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String own = SHIMS + File.pathSeparator + paths("usr/bin", "usr/sbin");
        environment.merge("PATH", own, (old, added) -> added + File.pathSeparator + old);
        environment.put("BADGR_RSYNC", root.resolve("usr/bin/rsync").toString());
        if (!root.equals(root.getRoot())) {
            environment.put("LD_LIBRARY_PATH", paths(libraries()));
        }
        return builder;
    }

    private String[] libraries() {
        try (Stream<Path> folders = Files.list(root.resolve("usr/lib"))) {
            Stream<String> own = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-linux-gnu"));
            return own.flatMap(name -> Stream.of("usr/lib/" + name, "lib/" + name))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String paths(String... folders) {
        return Stream.of(folders).map(folder -> root.resolve(folder).toString()).collect(Collectors.joining(":"));
    }
}
