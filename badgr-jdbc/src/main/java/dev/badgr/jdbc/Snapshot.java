package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads as of one moment, and leaves the connection in the mode that it was found in. */
final class Snapshot {
    private Snapshot() {}

    static <T> T read(Session session, Jdbc.Work<T> work) throws SQLException {
        Connection connection = session.connection();
        boolean autoCommit = connection.getAutoCommit();
        // What follows can be set between transactions only, and asking for it may begin one.
        connection.setAutoCommit(true);
        int isolation = connection.getTransactionIsolation();
        boolean readOnly = connection.isReadOnly();
        try {
            connection.setTransactionIsolation(session.dialect().snapshotIsolation());
            connection.setReadOnly(true);
            return Transactions.run(session, work);
        } finally {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }
}
