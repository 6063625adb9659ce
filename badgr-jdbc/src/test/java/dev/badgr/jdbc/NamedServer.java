package dev.badgr.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.fixture.Some;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * A server that somebody names, for the contracts to be run on: {@code -Dbadgr.jdbc.url=jdbc:...} with
 * {@code -Dbadgr.jdbc.schema=} one of {@code postgresql}, {@code citus}, {@code h2} and what other databases there are, and
 * {@code badgr.jdbc.user}, {@code badgr.jdbc.password} and {@code badgr.jdbc.connections} where they are needed. On
 * PostgreSQL and Citus the tables are made in a schema of their own; elsewhere in the database that the URL names, which must
 * have none of badgr's. In the end they are dropped.
 */
record NamedServer(HikariDataSource database, Optional<String> schema) implements AutoCloseable {
    static final String URL = "badgr.jdbc.url";

    private static final String CITUS = "CITUS";

    static NamedServer open() throws SQLException {
        String kind = property("schema")
                .orElseThrow(() -> new IllegalArgumentException("-Dbadgr.jdbc.schema= is missing"))
                .toUpperCase(Locale.ROOT);
        Database expected = kind.equals(CITUS) ? Database.POSTGRESQL : Database.valueOf(kind);
        try (HikariDataSource first = pool(1, Optional.empty());
                Connection connection = first.getConnection()) {
            assertThat(Database.of(connection)).isEqualTo(expected);
            if (expected == Database.POSTGRESQL) {
                return ready(schema(connection), kind);
            }
            requireNoTables(connection);
        }
        return ready(Optional.empty(), kind);
    }

    @Override
    public void close() {
        try (Connection connection = database.getConnection()) {
            if (schema.isPresent()) {
                run(connection, "drop schema %s cascade".formatted(schema.get()));
            } else {
                dropTables(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            database.close();
        }
    }

    private static NamedServer ready(Optional<String> schema, String kind) {
        int connections = Integer.parseInt(property("connections").orElse("20"));
        NamedServer server = new NamedServer(pool(connections, schema), schema);
        try {
            JdbcSchema.apply(server.database());
            if (kind.equals(CITUS)) {
                JdbcSchema.distribute(server.database());
            }
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Optional<String> schema(Connection connection) throws SQLException {
        String name = "badgr_" + Some.word().replace("-", "_");
        run(connection, "create schema " + name);
        return Optional.of(name);
    }

    private static HikariDataSource pool(int connections, Optional<String> schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty(URL));
        property("user").ifPresent(config::setUsername);
        property("password").ifPresent(config::setPassword);
        schema.ifPresent(config::setSchema);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty("badgr.jdbc." + name)).filter(value -> !value.isEmpty());
    }

    private static void requireNoTables(Connection connection) throws SQLException {
        try (ResultSet tables = tables(connection)) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                assertThat(isOurs(table))
                        .as(table + " is there: name a database without badgr's tables")
                        .isFalse();
            }
        }
    }

    private static void dropTables(Connection connection) throws SQLException {
        try (ResultSet tables = tables(connection)) {
            while (tables.next()) {
                if (isOurs(tables.getString("TABLE_NAME"))) {
                    run(connection, "drop table " + tables.getString("TABLE_NAME"));
                }
            }
        }
    }

    private static boolean isOurs(String table) {
        return table.toLowerCase(Locale.ROOT).startsWith("badgr_");
    }

    private static ResultSet tables(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"});
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
