package dev.badgr.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Hands out connections of the nodes in turn, so that what is read was mostly written on another one. */
record NodesInTurn(List<HikariDataSource> nodes, AtomicInteger turn) implements DataSource, AutoCloseable {
    /** Each connection sees what was committed before on any node. */
    static NodesInTurn of(GaleraCluster cluster, String database, int connectionsEach) {
        return new NodesInTurn(
                cluster.nodes().stream()
                        .map(node -> MariaDb.pool(
                                node.url(database, "&sessionVariables=wsrep_sync_wait=3"), connectionsEach))
                        .toList(),
                new AtomicInteger());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size())).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public void close() {
        nodes.forEach(HikariDataSource::close);
    }
}
