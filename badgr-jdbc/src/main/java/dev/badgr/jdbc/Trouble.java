package dev.badgr.jdbc;

import dev.badgr.port.BadgrException;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.StorageUnavailable;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a failure of the database means. A driver's message may quote the values of a statement, which are personal data: so
 * only for kinds of failure whose messages can't is the driver's exception kept as the cause.
 */
enum Trouble {
    /** Given up for the sake of another transaction: the same again may work. */
    AGAIN,
    /** No connection, no answer in time, or no room. */
    UNAVAILABLE,
    /** A standby or a database that was made read-only. */
    READ_ONLY,
    /** A table is missing. */
    NO_SCHEMA,
    /** User, password or privileges. */
    NO_ACCESS,
    /** Anything else. */
    OTHER;

    private static final String UNIQUE = "23505";
    private static final String NOT_NULL = "23502";

    BadgrException asException(SQLException e) {
        String state = e.getSQLState() == null ? "" : " (SQLState " + e.getSQLState() + ")";
        return switch (this) {
            case AGAIN ->
                new StorageUnavailable(
                        "The database is too busy with changes of the same rows" + state + ": try again",
                        withoutMessage(e));
            case UNAVAILABLE ->
                new StorageUnavailable(
                        "The database can't be reached or did not answer in time" + state
                                + ": see whether it runs and whether the pool has enough connections, then try again",
                        e);
            case READ_ONLY ->
                new StorageUnavailable(
                        "The database takes no changes" + state + ": point the DataSource at the primary server", e);
            case NO_SCHEMA ->
                new Misconfigured("badgr's tables are missing or too old" + state
                        + ": run JdbcSchema.apply(dataSource), or the files of JdbcSchema.scripts(..)");
            case NO_ACCESS ->
                new Misconfigured("The database refused access" + state + ": see to user, password and privileges", e);
            case OTHER -> new BadgrException("The database refused a statement" + state, withoutMessage(e));
        };
    }

    static boolean isUniqueViolation(SQLException e) {
        return UNIQUE.equals(e.getSQLState());
    }

    static boolean isConstraint(SQLException e) {
        return isUniqueViolation(e) || NOT_NULL.equals(e.getSQLState());
    }

    /** The two digits that stand for a class of states; empty if the driver gave none. */
    static String category(SQLException e) {
        return Optional.ofNullable(e.getSQLState())
                .filter(state -> state.length() == 5)
                .map(state -> state.substring(0, 2))
                .orElse("");
    }

    private static SQLException withoutMessage(SQLException e) {
        SQLException bare =
                new SQLException("message withheld: it may hold personal data", e.getSQLState(), e.getErrorCode());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }
}
