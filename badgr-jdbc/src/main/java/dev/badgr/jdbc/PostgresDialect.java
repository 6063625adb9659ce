package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** PostgreSQL: what it can do in one statement, it does in one. */
final class PostgresDialect extends Dialect {
    private static final Sql LOCK = Sql.of("select pg_advisory_xact_lock(7021795164528771431)");
    private static final Sql CITUS = Sql.of("select 1 from pg_extension where extname = 'citus'");
    private static final Readings READINGS = new PostgresReadings();
    private static final Pages PAGES = new PostgresPages();
    private static final Taking TAKING = new PostgresTaking();
    private static final String ON_CONFLICT = " on conflict do nothing";
    private static final Set<String> NO_SCHEMA = Set.of("42P01", "42703", "3F000");
    private static final Set<String> NO_ACCESS = Set.of("42501", "3D000");
    /** Time-outs of a statement, of waiting for a lock, and of a transaction that is idle or takes too long. */
    private static final Set<String> TOO_SLOW = Set.of("57014", "55P03", "25P03", "25P04");

    @Override
    String folder() {
        return "postgresql";
    }

    @Override
    Readings readings() {
        return READINGS;
    }

    @Override
    boolean failuresEndTransactions() {
        return true;
    }

    /** A failed statement would end the transaction here, so the statement must not fail. */
    @Override
    boolean insertIfAbsent(Session session, Sql insert, Params params) throws SQLException {
        return session.update(insert.plus(ON_CONFLICT), params) == 1;
    }

    @Override
    void insertAllIfAbsent(Session session, Sql insert, List<Params> rows) throws SQLException {
        session.updateAll(insert.plus(ON_CONFLICT), rows);
    }

    @Override
    Trouble trouble(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (NO_SCHEMA.contains(state)) {
            return Trouble.NO_SCHEMA;
        } else if (NO_ACCESS.contains(state)) {
            return Trouble.NO_ACCESS;
        } else if (state.startsWith("57P") || TOO_SLOW.contains(state)) {
            return Trouble.UNAVAILABLE;
        }
        return switch (Trouble.category(e)) {
            case "53", "58" -> Trouble.UNAVAILABLE;
            default -> super.trouble(e);
        };
    }

    @Override
    Registration registration() {
        return new PostgresRegistration();
    }

    @Override
    Judging judging() {
        return new PostgresJudging();
    }

    @Override
    Reserving reserving() {
        return new PostgresReserving();
    }

    @Override
    Awarding awarding() {
        return new PostgresAwarding();
    }

    @Override
    Revoking revoking() {
        return new PostgresRevoking();
    }

    @Override
    Bulking bulking() {
        return new PostgresBulking();
    }

    @Override
    Viewing viewing() {
        return new PostgresViewing();
    }

    @Override
    Taking taking() {
        return TAKING;
    }

    @Override
    Pages pages() {
        return PAGES;
    }

    @Override
    boolean isSharded(Session session) throws SQLException {
        return session.exists(CITUS, new Params());
    }

    @Override
    void lockSchema(Session session) throws SQLException {
        session.exists(LOCK, new Params());
    }
}
