package dev.badgr.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** H2, whose drivers tell more by its own error codes than by SQLStates. */
final class H2Dialect extends Dialect {
    /**
     * Another transaction changed the row, held its lock too long, or made the same table or index. 50000 is H2's word for a
     * fault of its own: it is what comes of making tables in several threads at once.
     */
    private static final Set<Integer> AGAIN = Set.of(90131, 50200, 40001, 42101, 42111, 50000);

    private static final Set<Integer> NO_SCHEMA = Set.of(42102, 42103, 42104, 42122, 90079);
    /** Closed, broken, locked by another process, not found, out of room or out of time. */
    private static final Set<Integer> UNAVAILABLE =
            Set.of(90007, 90013, 90020, 90028, 90031, 90067, 90098, 90121, 90135, 90146, 57014);

    private static final int READ_ONLY = 90097;

    @Override
    String folder() {
        return "h2";
    }

    /** Its repeatable read lets rows appear; its serializable is a snapshot. */
    @Override
    int snapshotIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    Trouble trouble(SQLException e) {
        int code = e.getErrorCode();
        if (AGAIN.contains(code)) {
            return Trouble.AGAIN;
        } else if (NO_SCHEMA.contains(code)) {
            return Trouble.NO_SCHEMA;
        } else if (code == READ_ONLY) {
            return Trouble.READ_ONLY;
        }
        return UNAVAILABLE.contains(code) ? Trouble.UNAVAILABLE : super.trouble(e);
    }
}
