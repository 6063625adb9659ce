package dev.badgr.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/**
 * A statement saw that another was quicker, and nothing came of it: it is to be run again, and will see what the other did.
 * So it is too where a row can't be inserted, for it is there, nor be read, for it came after this transaction began to read.
 * Retried like a transaction that the database gave up.
 */
final class LostRace extends SQLTransactionRollbackException {
    private static final long serialVersionUID = 1;
    private static final String SERIALIZATION_FAILURE = "40001";

    LostRace() {
        super("another call was quicker", SERIALIZATION_FAILURE);
    }

    /**
     * Runs a statement that breaks a constraint, and so undoes itself, if it lost a race that its conditions couldn't see.
     */
    static <T> T ifConstraintBroken(Jdbc.Work<T> statement, Session session) throws SQLException {
        try {
            return statement.on(session);
        } catch (SQLException e) {
            throw Trouble.isConstraint(e) ? new LostRace() : e;
        }
    }
}
