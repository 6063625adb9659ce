package dev.badgr.jdbc;

import dev.badgr.port.Misconfigured;
import dev.badgr.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Makes badgr's tables and brings them up to date. All begin with {@code badgr_}, so they can share a schema with the
 * host's own.
 */
public final class JdbcSchema {
    private static final String FOLDER = "schema/";
    /** No request waits for this, but others may make the same tables. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Never changed once released: a change is another script. */
    private static final List<String> NAMES = List.of(
            "V001__accounts.sql",
            "V002__terms.sql",
            "V003__challenges.sql",
            "V004__awards.sql",
            "V005__notices.sql",
            "V006__collections.sql",
            "V007__moves.sql",
            "V008__merges.sql",
            "V009__retention.sql",
            "V010__spellings.sql",
            "V011__audit.sql",
            "V012__statuses.sql",
            "V013__imports.sql",
            "V014__bulk.sql",
            "V015__keys.sql");

    /**
     * A file of statements.
     *
     * @param name in the manner of Flyway, such as {@code V001__accounts.sql}; the names sort in the order to run them in
     * @param text statements, each ended by a semicolon, and comments
     */
    public record Script(String name, String text) {
        int version() {
            return Integer.parseInt(name.substring(1, name.indexOf("__")));
        }

        /** The statements without their comments. */
        List<String> statements() {
            String bare = text.lines()
                    .map(line -> line.replaceFirst("--.*", "").stripTrailing())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(bare.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        }

        /** The same for every kind of line end. */
        String sha256() {
            return Sha256.hex(text.replace("\r\n", "\n"));
        }
    }

    private JdbcSchema() {}

    /**
     * Runs the scripts that were not run yet. Any number of processes may do it at once, and again at every start. Needs the
     * right to create tables; where the host's user lacks it, run the files of {@link #scripts} with another tool instead.
     *
     * @throws Misconfigured if the tables are newer than this library, or were made by scripts that were changed
     * @throws dev.badgr.port.StorageUnavailable if the database can't be reached
     */
    public static void apply(DataSource dataSource) {
        OwnConnections connections = new OwnConnections(dataSource, null, PATIENCE);
        new Migration(scripts(connections.dialect())).apply(connections);
    }

    /** The scripts for a database, in the order to run them in. */
    public static List<Script> scripts(Database database) {
        return scripts(database.dialect());
    }

    /**
     * Spreads the tables over the workers of Citus, after {@link #apply}: awards and addresses by mailbox, accounts and what
     * belongs to them by account, challenges and share links by their ids; badges and Terms are copied to every worker. Leaves
     * what is spread already, so it may run at every start, by any number of processes. To be called on the coordinator.
     *
     * <p>A {@link JdbcStorage} on Citus is one on PostgreSQL: its statements are the same. Use READ COMMITTED there, as Citus has
     * no snapshot of all its workers.
     *
     * @throws Misconfigured if the database has no Citus, or no tables of badgr's yet
     * @throws dev.badgr.port.StorageUnavailable if the database can't be reached
     */
    public static void distribute(DataSource dataSource) {
        new Distribution(distribution()).apply(new OwnConnections(dataSource, null, PATIENCE));
    }

    /** The statements of {@link #distribute}, to be run after all of {@link #scripts}, and again after each upgrade. */
    public static Script distribution() {
        String name = "R__distribution.sql";
        return new Script(name, text("citus/" + name).orElseThrow());
    }

    private static List<Script> scripts(Dialect dialect) {
        return NAMES.stream().map(name -> script(dialect, name)).toList();
    }

    /** The common statements, and after them those that only this database has. */
    private static Script script(Dialect dialect, String name) {
        String text = Stream.of("common", dialect.folder())
                .flatMap(folder -> text(folder + "/" + name).stream())
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            throw new IllegalStateException(name + ": not in the jar");
        }
        return new Script(name, dialect.text(text));
    }

    private static Optional<String> text(String path) {
        try (InputStream file = JdbcSchema.class.getResourceAsStream(FOLDER + path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
