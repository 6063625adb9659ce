package dev.badgr.jdbc;

import dev.badgr.port.BadgrException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a connection from the host's pool for each piece of work. */
final class OwnConnections implements Jdbc {
    /** Hosts commonly give a request half a minute: whoever waits is told before that. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final Duration patience;
    private volatile @Nullable Dialect dialect;

    OwnConnections(DataSource dataSource, @Nullable Dialect dialect) {
        this(dataSource, dialect, PATIENCE);
    }

    OwnConnections(DataSource dataSource, @Nullable Dialect dialect, Duration patience) {
        this.patience = patience;
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    @Override
    public Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            known = detected();
            dialect = known;
        }
        return known;
    }

    @Override
    public <T> T once(Work<T> work) {
        return Retries.of(
                dialect(),
                patience,
                () -> connected(session ->
                        session.connection().getAutoCommit() ? work.on(session) : Transactions.run(session, work)));
    }

    @Override
    public <T> T atomically(Work<T> work) {
        return Retries.of(dialect(), patience, () -> connected(session -> Transactions.run(session, work)));
    }

    /** Reads as of one moment. */
    <T> T snapshot(Work<T> work) {
        return Retries.of(dialect(), patience, () -> connected(session -> Snapshot.read(session, work)));
    }

    private <T> T connected(Work<T> work) throws SQLException {
        Connection connection = open();
        try {
            return work.on(new Session(connection, dialect()));
        } finally {
            close(connection);
        }
    }

    private Dialect detected() {
        Connection connection = open();
        try {
            return Database.of(connection).dialect();
        } catch (SQLException e) {
            throw Trouble.UNAVAILABLE.asException(e);
        } finally {
            close(connection);
        }
    }

    private Connection open() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw whileConnecting(e);
        } catch (RuntimeException e) {
            // Some pools throw one when they can't make their first connection.
            throw whileConnecting(new SQLException("no connection", e));
        }
    }

    /** Whatever kept the pool from giving a connection: there is none. */
    private static BadgrException whileConnecting(SQLException e) {
        boolean refused = Trouble.category(e).equals("28");
        return (refused ? Trouble.NO_ACCESS : Trouble.UNAVAILABLE).asException(e);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was done on it is done or undone; the pool sees to its connections.
        }
    }
}
