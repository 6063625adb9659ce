package dev.badgr.memory;

import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.util.function.Function;

/**
 * Keeps everything in the memory of this process, by the same law as a database: for the first minute, for a host's own tests,
 * and for small hosts that can do without what was stored once the process ends.
 *
 * <p>Safe for use by many threads. They work side by side, without a lock that all of them wait for: a call, or the work of
 * {@link #inTransaction}, sees everything as it was at one moment, and is done again if somebody else has changed meanwhile
 * what it read. So transactions are serializable.
 */
public final class InMemoryStorage implements Storage {
    private static final String CHECK = "installation";
    private static final Layout<String, String> CHECKS = Layout.single();
    /** Many enough that two threads seldom meet in one, few enough that an empty table is small. */
    private static final int BUCKETS = 4096;

    private final Journal journal = new Journal(BUCKETS);
    private final Stores stores = AutoCommit.stores(journal);

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public <T> T inTransaction(Function<? super Stores, ? extends T> work) {
        return journal.atomically(in -> work.apply(new InMemoryStores(in)));
    }

    @Override
    public String installationCheck(String check) {
        return journal.atomically(in -> in.table(CHECKS).keepFirst(CHECK, check));
    }
}
