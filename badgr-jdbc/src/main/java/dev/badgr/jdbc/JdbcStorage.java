package dev.badgr.jdbc;

import dev.badgr.port.JoinedStores;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in the host's database, in the tables that {@link JdbcSchema} makes. Many threads and many processes may
 * work on the same tables.
 *
 * <p>Works with any pool and any isolation level from READ COMMITTED up, and leaves each connection in the mode that it was
 * lent in. Failures are {@link dev.badgr.port.StorageUnavailable} or {@link Misconfigured} where something can be done about
 * them, and never quote what was stored.
 *
 * <p>A transaction that the database gives up for the sake of another (SQLState class 40: a deadlock, a serialization failure)
 * is done again after a short random wait: at most twenty times, and no more once twenty seconds have passed. A connection that
 * breaks is not tried again, as what was sent may have been committed; see {@link dev.badgr.port.StorageUnavailable}. Interrupting
 * the thread ends the waits between the tries.
 *
 * <p>How long a statement may take, a lock be waited for or a connection be looked for is the host's to say, by its pool
 * ({@code connectionTimeout}) and its driver ({@code socketTimeout}) or server ({@code statement_timeout}, {@code lock_timeout}):
 * without these, a network that goes silent keeps a call for as long as the operating system does. The same object goes on
 * when the database is back.
 */
public final class JdbcStorage implements Storage {
    private final OwnConnections connections;

    private JdbcStorage(DataSource dataSource, @Nullable Database database) {
        Objects.requireNonNull(dataSource, "dataSource");
        this.connections = new OwnConnections(dataSource, database == null ? null : database.dialect());
    }

    /** On whatever database this leads to: its driver is asked at the first use. */
    public static JdbcStorage of(DataSource dataSource) {
        return new JdbcStorage(dataSource, null);
    }

    /** The same, without asking. */
    public static JdbcStorage of(DataSource dataSource, Database database) {
        return new JdbcStorage(dataSource, Objects.requireNonNull(database, "database"));
    }

    /**
     * Stores that work in the transaction that the host has open on this connection: what they do is there if and when the
     * host commits. They neither commit nor roll back nor close. For the thread that has the connection, until it ends the
     * transaction.
     *
     * <p>Nothing is retried: if a store throws, roll back. A transaction that was given up for the sake of another has a
     * {@link SQLException} of class 40 as the cause, and may be done again.
     *
     * @throws Misconfigured if the connection is in autocommit mode: switch it off first
     */
    public static JoinedStores joining(Connection connection) {
        try {
            return joining(connection, Database.of(connection));
        } catch (SQLException e) {
            throw Trouble.UNAVAILABLE.asException(e);
        }
    }

    /** The same, without asking which database it is. */
    public static JoinedStores joining(Connection connection, Database database) {
        try {
            if (connection.getAutoCommit()) {
                throw new Misconfigured("There is no transaction to join: call connection.setAutoCommit(false) first");
            }
        } catch (SQLException e) {
            throw Trouble.UNAVAILABLE.asException(e);
        }
        return new JdbcStores(new OneTransaction(new Session(connection, database.dialect())));
    }

    @Override
    public Stores stores() {
        return new JdbcStores(connections);
    }

    @Override
    public <T> T inTransaction(Function<? super Stores, ? extends T> work) {
        return connections.atomically(session -> {
            OneTransaction transaction = new OneTransaction(session);
            return transaction.<T>whole(() -> work.apply(new JdbcStores(transaction)));
        });
    }

    @Override
    public String installationCheck(String check) {
        return connections.atomically(session -> Installation.check(session, check));
    }
}
