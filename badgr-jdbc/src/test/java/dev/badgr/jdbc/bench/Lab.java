package dev.badgr.jdbc.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.award.Badge;
import dev.badgr.fixture.TestApp;
import dev.badgr.jdbc.Database;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.jdbc.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A durable PostgreSQL with badgr's tables, and with the same tables again for each of the others. All use one pool.
 *
 * @param pool of connections
 * @param app that has badgr in it
 */
record Lab(HikariDataSource pool, TestApp app) implements AutoCloseable {
    static final String OURS = "public";

    private static final List<String> TABLES = Stream.of(
                    "account",
                    "verified_email",
                    "terms_consent",
                    "audit",
                    "challenge",
                    "guess_count",
                    "badge",
                    "award",
                    "notice")
            .map("badgr_"::concat)
            .toList();

    static Lab open() {
        HikariDataSource pool = Postgres.migrated(4);
        return new Lab(pool, TestApp.on(JdbcStorage.of(pool, Database.POSTGRESQL)));
    }

    JdbcStorage storage() {
        return JdbcStorage.of(pool, Database.POSTGRESQL);
    }

    /** Tables of the same columns, checks and indexes, for one of the others. */
    String tablesFor(String schema) throws SQLException {
        execute("create schema " + schema);
        for (String table : TABLES) {
            execute("create table %s.%s (like public.%s including all)".formatted(schema, table, table));
        }
        execute("insert into %s.badgr_badge select * from public.badgr_badge".formatted(schema));
        return schema;
    }

    /** A way to do something for people who wait in these tables for their code, or have proven it. */
    Variant newcomers(String name, String schema, String state, Step<Newcomer> step) {
        return new Variant(
                name,
                number -> newcomers(schema, state, number).stream()
                        .map(newcomer -> (Variant.Call) () -> step.with(newcomer))
                        .toList());
    }

    /** A way to award a badge. */
    Variant awards(String name, Badge badge, Step<Granted> step) {
        return new Variant(
                name,
                number -> Granted.some(badge, number).stream()
                        .map(award -> (Variant.Call) () -> step.with(award))
                        .toList());
    }

    /** What is done with one of them. */
    @FunctionalInterface
    interface Step<T> {
        void with(T one) throws Exception;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Newcomer> newcomers(String schema, String state, int number) throws SQLException {
        List<Newcomer> newcomers = Stream.generate(Newcomer::next).limit(number).toList();
        String insert = """
                insert into %s.badgr_challenge (id, purpose, address, recipient_key, code_hash, created_at, expires_at,
                    attempts, state)
                values (?, 'SIGN_UP', ?, ?, ?, ?, ?, 0, ?)
                """.formatted(schema);
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            for (Newcomer n : newcomers) {
                Hand.bind(
                        statement,
                        n.proof(),
                        n.address(),
                        n.recipient(),
                        n.codeHash(),
                        Newcomer.NOW,
                        Newcomer.CODE_ENDS,
                        state);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
        return newcomers;
    }

    @Override
    public void close() {
        pool.close();
    }
}
