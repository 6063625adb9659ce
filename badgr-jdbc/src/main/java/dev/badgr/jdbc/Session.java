package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements on one connection. */
record Session(Connection connection, Dialect dialect) {
    private static final int PORTION = 1000;

    /** Changes rows, and tells how many. */
    int update(Sql sql, Params params) throws SQLException {
        try (PreparedStatement statement = prepared(sql, params)) {
            return statement.executeUpdate();
        }
    }

    /** Inserts a row unless its key is taken; tells whether it did. */
    boolean insertIfAbsent(Sql insert, Params params) throws SQLException {
        return dialect.insertIfAbsent(this, insert, params);
    }

    /** Inserts a row unless its key is taken, whoever took it. */
    void ensure(Sql insert, Params row) throws SQLException {
        dialect.ensure(this, insert, row);
    }

    /** Inserts rows, but none whose key is taken. */
    void insertAllIfAbsent(Sql insert, List<Params> rows) throws SQLException {
        dialect.insertAllIfAbsent(this, insert, rows);
    }

    /** Does the same with each of the parameters, in one round trip where the driver can; how many rows each changed. */
    int[] updateAll(Sql sql, List<Params> all) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.text(sql.text()))) {
            for (Params params : all) {
                params.bind(statement, sql.names(), dialect.types());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Changes rows by one statement for all of the parameters, and tells how many; nothing without any. */
    int updateMany(Many sql, List<Params> all) throws SQLException {
        if (all.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.text(all.size(), dialect))) {
            bind(statement, sql, all);
            return statement.executeUpdate();
        }
    }

    /** What each row says, in the order of the rows. */
    <T> List<T> list(Sql query, Params params, Row.Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(query, params)) {
            return rows(statement, mapper);
        }
    }

    /** What each row says that there is for any of the parameters; nothing without any. */
    <T> List<T> listMany(Many query, List<Params> all, Row.Mapper<T> mapper) throws SQLException {
        if (all.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(query.text(all.size(), dialect))) {
            bind(statement, query, all);
            return rows(statement, mapper);
        }
    }

    private <T> List<T> rows(PreparedStatement statement, Row.Mapper<T> mapper) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            Row row = new Row(result, dialect.types());
            while (result.next()) {
                all.add(mapper.read(row));
            }
            return all;
        }
    }

    private void bind(PreparedStatement statement, Many sql, List<Params> all) throws SQLException {
        List<String> names = sql.part().names();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).bind(statement, i * names.size(), names, dialect.types());
        }
    }

    /** What the only row says. */
    <T> Optional<T> one(Sql query, Params params, Row.Mapper<T> mapper) throws SQLException {
        List<T> rows = list(query, params, mapper);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The names of a table's columns, in lower case. */
    List<String> columns(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table + " where 1 = 0");
                ResultSet result = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return names;
        }
    }

    /** Whether there is a row. */
    boolean exists(Sql query, Params params) throws SQLException {
        return one(query, params, row -> true).orElse(false);
    }

    /** What a check finds: at most so many, each statement within a time. Rows come in portions, since they may be many. */
    List<AuditReport.Finding> findings(AuditCheck check, int most, Duration within) throws SQLException {
        try (PreparedStatement statement = prepared(check.sql(), new Params())) {
            statement.setFetchSize(PORTION);
            statement.setQueryTimeout((int) within.toSeconds());
            try (ResultSet result = statement.executeQuery()) {
                List<AuditReport.Finding> found = new ArrayList<>();
                Row row = new Row(result, dialect.types());
                while (found.size() < most && result.next()) {
                    if (check.finds(row)) {
                        found.add(check.finding(row));
                    }
                }
                return found;
            }
        }
    }

    private PreparedStatement prepared(Sql sql, Params params) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(dialect.text(sql.text()));
        try {
            params.bind(statement, sql.names(), dialect.types());
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
