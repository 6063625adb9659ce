package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/**
 * What is particular about a database. What is here works on any database with standard SQL, row locks and transactions; a
 * subclass holds only what its database does otherwise.
 */
abstract class Dialect {
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final Readings READINGS = new Readings();
    private static final Pages PAGES = new Pages();
    private static final String READ_ONLY = "25006";

    /** Where the statements are that this database's schema has besides the common ones. */
    abstract String folder();

    /** Inserts a row unless its key is taken; tells whether it did. The transaction stays usable. */
    boolean insertIfAbsent(Session session, Sql insert, Params params) throws SQLException {
        try {
            return session.update(insert, params) == 1;
        } catch (SQLException e) {
            if (Trouble.isUniqueViolation(e)) {
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

    Pages pages() {
        return PAGES;
    }

    /** Keeps other processes from changing the schema until the transaction ends. */
    void lockSchema(Session session) throws SQLException {}

    private static boolean isAboutConnection(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || e instanceof SQLTimeoutException;
    }
}
