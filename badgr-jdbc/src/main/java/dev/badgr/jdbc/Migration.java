package dev.badgr.jdbc;

import dev.badgr.jdbc.JdbcSchema.Script;
import dev.badgr.port.Misconfigured;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the scripts that a database lacks, each in a transaction, and keeps a list of those that were run. */
record Migration(List<Script> scripts) {
    private static final String LIST = """
            create table if not exists badgr_schema (
                version integer primary key,
                script varchar(100) not null,
                sha256 varchar(64) not null,
                applied_at timestamp(3) with time zone not null
            )""";
    private static final Sql APPLIED = Sql.of("select version, script, sha256 from badgr_schema");
    private static final Sql RECORD = Sql.of("""
            insert into badgr_schema (version, script, sha256, applied_at) values (:version, :script, :sha, :now)
            """);

    /** A script that was run. */
    private record Applied(int version, String script, String sha256) {}

    void apply(Jdbc jdbc) {
        List<Applied> before = applied(jdbc);
        Map<Integer, Script> known = scripts.stream().collect(Collectors.toMap(Script::version, Function.identity()));
        before.forEach(applied -> check(applied, Optional.ofNullable(known.get(applied.version()))));
        scripts.stream()
                .filter(script -> before.stream().noneMatch(a -> a.version() == script.version()))
                .forEach(script -> jdbc.atomically(session -> run(session, script)));
    }

    /** Nothing of a database that has no list yet. */
    private static List<Applied> applied(Jdbc jdbc) {
        try {
            return jdbc.once(Migration::read);
        } catch (Misconfigured e) {
            return List.of();
        }
    }

    private static List<Applied> read(Session session) throws SQLException {
        return session.list(
                APPLIED,
                new Params(),
                row -> new Applied(row.number("version"), row.text("script"), row.text("sha256")));
    }

    private static void check(Applied applied, Optional<Script> known) {
        if (known.isEmpty()) {
            throw new Misconfigured("The tables are newer than this badgr: script " + applied.script()
                    + " was run on them. Use the version of badgr that made them, or a later one");
        }
        if (!known.get().sha256().equals(applied.sha256())) {
            throw new Misconfigured("Script " + applied.script() + " is not the one that was run on this database:"
                    + " use badgr's jar as it was released");
        }
    }

    /** What another process did meanwhile is left: it had the lock, or its statements were the same. */
    private static boolean run(Session session, Script script) throws SQLException {
        session.dialect().lockSchema(session);
        try {
            return runLocked(session, script);
        } catch (SQLException e) {
            throw session.dialect().trouble(e) == Trouble.NO_SCHEMA ? swapped(e) : e;
        } finally {
            session.dialect().unlockSchema(session);
        }
    }

    /** H2 puts another table in the place of one that gets a column; who looks for it at that moment looks again. */
    private static SQLException swapped(SQLException e) {
        return new SQLTransactionRollbackException("a table was not there for a moment", "40001", e);
    }

    private static boolean runLocked(Session session, Script script) throws SQLException {
        execute(session, session.dialect().text(LIST));
        if (read(session).stream().anyMatch(applied -> applied.version() == script.version())) {
            return false;
        }
        for (String statement : script.statements()) {
            execute(session, statement);
        }
        Params params = Params.with("version", script.version())
                .and("script", script.name())
                .and("sha", script.sha256())
                .and("now", Clock.systemUTC().instant());
        return session.insertIfAbsent(RECORD, params);
    }

    static boolean execute(Session session, String ddl) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            return statement.execute(ddl);
        } catch (SQLException e) {
            if (!session.dialect().isThere(e)) {
                throw e;
            }
            return false;
        }
    }
}
