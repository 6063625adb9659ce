package dev.badgr.jdbc.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** JDBC as one writes it by hand who wants nothing but speed. */
record Hand(DataSource pool) {
    /** One statement that is a transaction of its own; it has to change a row. */
    void update(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            update(connection, sql, values);
        }
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("changed nothing: " + sql);
            }
        }
    }

    /** Several. */
    void inTransaction(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** What to do in a transaction. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** One statement that has to have an outcome: the text of its first column. */
    String ask(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return ask(connection, sql, values);
        }
    }

    static String ask(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("no outcome: " + sql);
                }
                return result.getString(1);
            }
        }
    }

    static void require(boolean asWanted) {
        if (!asWanted) {
            throw new IllegalStateException("the call did something else than what is measured");
        }
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
