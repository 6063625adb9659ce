package dev.badgr.jdbc;

import dev.badgr.award.Award;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's COPY through its own driver, where that is the one: the only class that knows it. */
final class PostgresCopy {
    private static final boolean DRIVER_IS_THERE = driverIsThere();

    private PostgresCopy() {}

    /** Whether the connection is one of that driver's. */
    static boolean isPossible(Connection connection) throws SQLException {
        return DRIVER_IS_THERE && Driver.has(connection);
    }

    /** Brings awards to a table: all of them, or the failure of one ends the transaction. */
    static void copy(Connection connection, String table, List<Award> awards) throws SQLException {
        Driver.copy(connection, table, awards);
    }

    private static boolean driverIsThere() {
        try {
            Class.forName("org.postgresql.PGConnection", false, PostgresCopy.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Loaded only if the driver is there. */
    private static final class Driver {
        static boolean has(Connection connection) throws SQLException {
            return connection.isWrapperFor(PGConnection.class);
        }

        static void copy(Connection connection, String table, List<Award> awards) throws SQLException {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, CopyRows.COLUMNS));
            try {
                write(copy, awards);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        private static void write(CopyIn copy, List<Award> awards) throws SQLException {
            CopyRows rows = new CopyRows((bytes, length) -> copy.writeToCopy(bytes, 0, length));
            for (Award award : awards) {
                rows.add(award);
            }
            rows.end();
            copy.endCopy();
        }
    }
}
