package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.util.List;

/**
 * What is particular about a database. What is here works on any database with standard SQL, row locks and transactions; a
 * subclass holds only what its database does otherwise.
 */
abstract class Dialect {
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final Types TYPES = new Types();
    private static final Readings READINGS = new Readings();
    private static final Pages PAGES = new Pages();
    private static final Taking TAKING = new Taking();
    private static final String READ_ONLY = "25006";

    /** Where the statements are that this database's schema has besides the common ones. */
    abstract String folder();

    /** What this database says for a text in standard SQL: a script or a statement. */
    String text(String standard) {
        return standard;
    }

    /** Keeps a row as it is until the transaction ends; tells whether there is one. */
    boolean hold(Session session, Held row, Params params) throws SQLException {
        return session.exists(row.lock(), params);
    }

    /** Whether a statement that failed ends the transaction that it was in, unless that goes back to a savepoint. */
    boolean failuresEndTransactions() {
        return false;
    }

    /** Where to go back to if what follows can't be done wholly: the transaction may be another's. */
    Savepoint savepoint(Session session) throws SQLException {
        return session.connection().setSavepoint();
    }

    /**
     * A look at rows that stay as they are, for this transaction holds the row that guards them: as they are now, also where a
     * transaction goes on to see what it saw at first.
     */
    Sql held(Sql query) {
        return query;
    }

    Types types() {
        return TYPES;
    }

    /** Whether a row was not inserted because its key is taken. */
    boolean isTaken(SQLException e) {
        return Trouble.isUniqueViolation(e);
    }

    /** Whether what a script makes was there already, where the database can't be told to leave it then. */
    boolean isThere(SQLException e) {
        return false;
    }

    /** Inserts a row unless its key is taken; tells whether it did. The transaction stays usable. */
    boolean insertIfAbsent(Session session, Sql insert, Params params) throws SQLException {
        try {
            return session.update(insert, params) == 1;
        } catch (SQLException e) {
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Inserts rows, but none whose key is taken. */
    void insertAllIfAbsent(Session session, Sql insert, List<Params> rows) throws SQLException {
        for (Params row : rows) {
            insertIfAbsent(session, insert, row);
        }
    }

    /** Inserts a row unless its key is taken, whoever took it. */
    final void ensure(Session session, Sql insert, Params row) throws SQLException {
        insertAllIfAbsent(session, insert, List.of(row));
    }

    /** What a failure means. */
    Trouble trouble(SQLException e) {
        return switch (Trouble.category(e)) {
            case "40" -> COMPLETION_UNKNOWN.equals(e.getSQLState()) ? Trouble.UNAVAILABLE : Trouble.AGAIN;
            case "08" -> Trouble.UNAVAILABLE;
            case "28" -> Trouble.NO_ACCESS;
            case "25" -> READ_ONLY.equals(e.getSQLState()) ? Trouble.READ_ONLY : Trouble.OTHER;
            default -> isAboutConnection(e) ? Trouble.UNAVAILABLE : Trouble.OTHER;
        };
    }

    /** The weakest isolation at which a transaction reads as of one moment. */
    int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    Readings readings() {
        return READINGS;
    }

    Registration registration() {
        return new Registration();
    }

    Judging judging() {
        return new Judging();
    }

    Reserving reserving() {
        return new Reserving();
    }

    Awarding awarding() {
        return new Awarding();
    }

    Revoking revoking() {
        return new Revoking();
    }

    Bulking bulking() {
        return new Bulking();
    }

    Viewing viewing() {
        return new Viewing();
    }

    Taking taking() {
        return TAKING;
    }

    Pages pages() {
        return PAGES;
    }

    /** Whether tables can be spread over several nodes here. */
    boolean isSharded(Session session) throws SQLException {
        return false;
    }

    /** Keeps other processes from changing the schema, until the transaction ends at most. */
    void lockSchema(Session session) throws SQLException {}

    /** Lets them, where the end of a transaction doesn't. */
    void unlockSchema(Session session) throws SQLException {}

    private static boolean isAboutConnection(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || e instanceof SQLTimeoutException;
    }
}
