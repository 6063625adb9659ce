package dev.badgr.port;

import java.util.function.Function;

/**
 * Keeps what badgr must not lose. What a call acknowledged survives; what it did not acknowledge happened wholly or not at
 * all.
 *
 * <p>Safe for use by many threads and, where the adapter says so, by many processes on the same data. Times are kept to
 * the millisecond. Every method may throw {@link StorageUnavailable}.
 */
public interface Storage {
    /** Stores each of whose calls is a transaction of its own. */
    Stores stores();

    /**
     * Does several calls as one transaction: all of them or, if {@code work} throws, none.
     *
     * <p>The work is done again from its start when the database gave it up for the sake of another transaction, so it must
     * have no other effect than on the stores that it is given.
     *
     * @return what the work returned
     */
    <T> T inTransaction(Function<? super Stores, ? extends T> work);

    /**
     * Keeps a check value of the secret that the stored keys were made with. The first one stays for the life of the
     * installation.
     *
     * @param check what to keep if there is none yet
     * @return the one that is kept
     */
    String installationCheck(String check);
}
