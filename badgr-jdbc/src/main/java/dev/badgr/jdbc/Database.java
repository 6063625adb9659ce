package dev.badgr.jdbc;

import dev.badgr.port.Misconfigured;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;

/** A supported database. */
public enum Database {
    /** PostgreSQL 14 and later, and Citus on it: see {@link JdbcSchema#distribute}. */
    POSTGRESQL("PostgreSQL", new PostgresDialect()),
    /** H2 2.x: for development and tests. It never calls fsync, so a power cut can lose what it acknowledged. */
    H2("H2", new H2Dialect()),
    /** MariaDB 10.11 and later. */
    MARIADB("MariaDB", new MariaDbDialect()),
    /** MySQL 8.4 and later. */
    MYSQL("MySQL", new MySqlDialect());

    private final String product;

    @SuppressWarnings("ImmutableEnumChecker") // dialects have no state
    private final Dialect dialect;

    Database(String product, Dialect dialect) {
        this.product = product;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The one at the other end of a connection, by what its driver says. */
    static Database of(Connection connection) throws SQLException {
        String name = product(connection.getMetaData());
        return Arrays.stream(values())
                .filter(database -> database.product.equals(name))
                .findFirst()
                .orElseThrow(() -> new Misconfigured("badgr keeps its data in one of " + Arrays.toString(values())
                        + ", not in " + name + ": hand in another DataSource"));
    }

    /** MySQL's driver calls a MariaDB by the name of MySQL, but gives the version that it has. */
    private static String product(DatabaseMetaData server) throws SQLException {
        return server.getDatabaseProductVersion().contains(MARIADB.product)
                ? MARIADB.product
                : server.getDatabaseProductName();
    }
}
