package dev.badgr.jdbc;

import dev.badgr.Secrets;
import dev.badgr.port.Misconfigured;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Moves an installation to another recipient secret ({@link Secrets#recipients}) while it is stopped: whatever is stored under an
 * address's key is afterwards stored under the key that the new secret gives it. For when the secret may be known to somebody; there
 * is no need to do it now and then. Storage in memory can't be moved.
 *
 * <p>It works in slices, each a transaction. If it is broken off, run it again with the same two secrets: it goes on where it was.
 * From its beginning to its end nobody can start badgr on the database, with either secret; it doesn't notice who runs already, so stop
 * every server first, and make a backup. One process at a time.
 *
 * <p>What ends: ids of awards change. Those from before go on to lead to their awards in {@code badgr.awards()} and
 * {@code badgr.credentials()}, and at the URLs in credentials that were handed out, whose revocations go on to show; in pages that
 * people have open they don't. A credential that is made anew has another id and another salt. Links in older mails stop mails only
 * if the new {@link Secrets} has the old secret among {@link Secrets#formerRecipients}. Clients' budgets begin anew, and so do the
 * counts and the records of attempts at mailboxes whose address is nowhere. Codes that were sent stay right.
 */
public final class Rekey {
    private static final int USUAL_SLICE = 1000;

    /** What is being done. */
    public enum Step {
        /** Addresses are read, and nothing has changed yet. */
        READING,
        /** Rows are moved. */
        MOVING
    }

    /**
     * How far it is, after a slice.
     *
     * @param step what is being done
     * @param table to which table
     * @param done how many rows in this step of this run
     * @param remaining how many more, as far as is known
     */
    public record Progress(Step step, String table, long done, long remaining) {}

    private final OwnConnections connections;
    private final Secrets from;
    private final Secrets to;
    private final int slice;

    private Rekey(OwnConnections connections, Secrets from, Secrets to, int slice) {
        this.connections = connections;
        this.from = from;
        this.to = to;
        this.slice = slice;
    }

    /**
     * Of the database that this leads to.
     *
     * @param from under whose recipient secret it is
     * @param to under whose it is to be
     * @throws IllegalArgumentException if both have the same
     */
    public static Rekey of(DataSource dataSource, Secrets from, Secrets to) {
        Objects.requireNonNull(dataSource, "dataSource");
        if (from.installationCheck().equals(to.installationCheck())) {
            throw new IllegalArgumentException("to: has the same recipient secret");
        }
        return new Rekey(new OwnConnections(dataSource, null), from, to, USUAL_SLICE);
    }

    /** The same with other slices than of 1,000 rows. */
    public Rekey inSlicesOf(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows: at least 1");
        }
        return new Rekey(connections, from, to, rows);
    }

    /**
     * Begins, or goes on, and returns when the installation is moved; at once if it was before.
     *
     * @param listener told after each slice
     * @throws Misconfigured if the database is under a third secret or on its way to one, or an address is stored under a key that
     *     is not its own
     * @throws dev.badgr.port.StorageUnavailable if the database can't be reached: run it again
     */
    public void run(Consumer<Progress> listener) {
        Objects.requireNonNull(listener, "listener");
        boolean begun = connections.atomically(this::begins);
        if (connections.atomically(this::hasArrived)) {
            return;
        }
        RekeyRun run = new RekeyRun(connections, slice, listener);
        try {
            run.read(new KeyMapping(from.recipients(), to.recipients()));
        } catch (Misconfigured e) {
            if (begun) {
                connections.atomically(session -> Installation.stay(session, to.installationCheck()));
            }
            throw e;
        }
        run.move();
        connections.atomically(session -> Installation.arrive(session, to.installationCheck()));
    }

    private boolean begins(Session session) throws SQLException {
        return Installation.leave(session, from.installationCheck(), to.installationCheck());
    }

    private boolean hasArrived(Session session) throws SQLException {
        Installation kept = Installation.read(session)
                .orElseThrow(
                        () -> new Misconfigured("Nothing is kept in this database yet: start with the new secret"));
        if (kept.next().isEmpty() && kept.check().equals(to.installationCheck())) {
            return true;
        }
        boolean underWay = kept.check().equals(from.installationCheck())
                && kept.next().equals(Optional.of(to.installationCheck()));
        if (!underWay) {
            throw new Misconfigured(
                    "This database is under another recipient secret than the one to move it from, or on its"
                            + " way to another one than that to move it to: run Rekey with its own two secrets");
        }
        return false;
    }
}
