package dev.badgr.jdbc;

import java.sql.SQLException;

/**
 * Runs work on a connection, and says in the words of {@link dev.badgr.port.Storage} what went wrong. Work may be run again
 * from its start, so it has no effect but on the session that it is given.
 */
interface Jdbc {
    /** What to do on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** What is particular about the database. */
    Dialect dialect();

    /** Runs one statement that is a transaction of its own, unless a transaction is open. */
    <T> T once(Work<T> work);

    /** Runs several statements as one transaction, or in the one that is open. */
    <T> T atomically(Work<T> work);
}
