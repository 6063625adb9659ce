package dev.badgr.memory;

import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import java.util.function.Function;

/**
 * Keeps everything in the memory of this process, by the same law as a database: for the first minute, and for a host's
 * own tests. Nothing survives the process.
 *
 * <p>Safe for use by many threads; one works at a time.
 */
public final class InMemoryStorage implements Storage {
    private static final String CHECK = "installation";

    private final Journal journal = new Journal();
    private final Table<String, String> checks = new Table<>(journal);
    private final InMemoryStores stores = InMemoryStores.in(journal);

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public <T> T inTransaction(Function<? super Stores, ? extends T> work) {
        return journal.atomically(() -> work.apply(stores));
    }

    @Override
    public String installationCheck(String check) {
        return journal.atomically(() -> checks.keepFirst(CHECK, check));
    }
}
