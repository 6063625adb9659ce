package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing on one connection, which is left in the mode that it was found in. */
final class Transactions {
    private Transactions() {}

    static <T> T run(Session session, Jdbc.Work<T> work) throws SQLException {
        Connection connection = session.connection();
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        boolean ended = false;
        try {
            T result = work.on(session);
            connection.commit();
            ended = true;
            return result;
        } finally {
            // Nothing here may throw: it would hide what went wrong first, or deny what was committed.
            if ((ended || isRolledBack(connection)) && autoCommit) {
                restore(connection);
            }
        }
    }

    /** A connection that can't roll back is broken off, lest its pool commits what is half done. */
    private static boolean isRolledBack(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            breakOff(connection);
            return false;
        }
    }

    private static void breakOff(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already.
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The pool sees to its connections.
        }
    }
}
