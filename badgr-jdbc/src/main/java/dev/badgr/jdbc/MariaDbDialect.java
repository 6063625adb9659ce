package dev.badgr.jdbc;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** MariaDB, whose drivers tell more by the server's error codes than by SQLStates. */
class MariaDbDialect extends Dialect {
    private static final Types TYPES = new MariaDbTypes();
    /** Of this database, whichever others there are on the server. */
    private static final Sql LOCK = Sql.of("select get_lock(concat('badgr_', sha1(database())), 60) as locked");

    private static final Sql UNLOCK = Sql.of("select release_lock(concat('badgr_', sha1(database()))) as locked");

    private static final Pattern FIRST_COLUMN = Pattern.compile("insert into \\w+ \\((\\w+),.*", Pattern.DOTALL);
    private static final Sql FIRST = Sql.of("select 1");
    private static final Set<Integer> TAKEN = Set.of(1062, 1586);
    /** Changed since it was read, a deadlock (which is also how a Galera node refuses a commit), or altered. */
    private static final Set<Integer> AGAIN = Set.of(1020, 1213, 1412);

    private static final Set<Integer> NO_SCHEMA = Set.of(1054, 1146);
    private static final Set<Integer> NO_ACCESS = Set.of(1044, 1045, 1046, 1049, 1142, 1143, 1227, 1370, 1698);
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);
    /** Too many connections, a lock held too long, no room, stopped, cancelled or out of time, or a Galera node that left its cluster. */
    private static final Set<Integer> UNAVAILABLE = Set.of(
            1021, 1028, 1040, 1047, 1053, 1114, 1152, 1180, 1203, 1205, 1206, 1226, 1317, 1637, 1927, 1969, 3024);

    /** What the statements say here: see {@link #text}. */
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    final String folder() {
        return "mariadb";
    }

    @Override
    final String text(String standard) {
        return texts.computeIfAbsent(standard, this::translated);
    }

    String translated(String standard) {
        return MariaDbWords.ofMariaDb(standard);
    }

    /** Not by a failure, which would be logged by the driver and keep a lock that lets others in to wait for more. */
    @Override
    final void insertAllIfAbsent(Session session, Sql insert, List<Params> rows) throws SQLException {
        String column = FIRST_COLUMN.matcher(insert.text()).replaceAll("$1");
        session.updateAll(insert.plus(" on duplicate key update %1$s = %1$s".formatted(column)), rows);
    }

    /** In a Galera cluster locks end at their server. */
    @Override
    final boolean hold(Session session, Held row, Params params) throws SQLException {
        return session.update(row.touch(), params) == 1;
    }

    /** In a Galera cluster only the first statement waits for what other servers have committed, and this one does not. */
    @Override
    final Savepoint savepoint(Session session) throws SQLException {
        session.exists(FIRST, new Params());
        return super.savepoint(session);
    }

    /** At repeatable read only a look that locks sees what others did since the first one. */
    @Override
    final Sql held(Sql query) {
        return query.plus(" for update");
    }

    @Override
    final Types types() {
        return TYPES;
    }

    @Override
    final boolean isTaken(SQLException e) {
        return TAKEN.contains(e.getErrorCode());
    }

    @Override
    final Trouble trouble(SQLException e) {
        int code = e.getErrorCode();
        if (AGAIN.contains(code)) {
            return Trouble.AGAIN;
        } else if (NO_SCHEMA.contains(code)) {
            return Trouble.NO_SCHEMA;
        } else if (NO_ACCESS.contains(code)) {
            return Trouble.NO_ACCESS;
        } else if (READ_ONLY.contains(code)) {
            return Trouble.READ_ONLY;
        }
        return UNAVAILABLE.contains(code) ? Trouble.UNAVAILABLE : super.trouble(e);
    }

    @Override
    Awarding awarding() {
        return new MariaDbAwarding();
    }

    /** Statements that make tables end the transaction here, so the lock is the session's. */
    @Override
    final void lockSchema(Session session) throws SQLException {
        session.exists(LOCK, new Params());
    }

    @Override
    final void unlockSchema(Session session) throws SQLException {
        session.exists(UNLOCK, new Params());
    }
}
