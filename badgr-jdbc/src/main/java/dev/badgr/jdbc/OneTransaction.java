package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works in a transaction that somebody else began and will end. For one thread. */
final class OneTransaction implements Jdbc {
    private final Session session;
    private @Nullable SQLException failure;

    OneTransaction(Session session) {
        this.session = session;
    }

    @Override
    public Dialect dialect() {
        return session.dialect();
    }

    @Override
    public <T> T once(Work<T> work) {
        try {
            return work.on(session);
        } catch (SQLException e) {
            failure = e;
            throw dialect().trouble(e).asException(e);
        }
    }

    @Override
    public <T> T atomically(Work<T> work) {
        return once(work);
    }

    /**
     * Does all that its owner wants done in it.
     *
     * @throws SQLException if a statement failed and the owner kept that quiet, or if all may be done again
     */
    <T> T whole(Supplier<? extends T> work) throws SQLException {
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            if (failure != null && dialect().trouble(failure) == Trouble.AGAIN) {
                throw failure;
            }
            throw e;
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
