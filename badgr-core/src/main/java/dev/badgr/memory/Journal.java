package dev.badgr.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions, each again until nobody was in its way. They are optimistic, in the manner of TL2 (Dice, Shalev and
 * Shavit, "Transactional Locking II", 2006): a clock counts the commits, what was read is checked at the end, and only the
 * buckets that are written are locked, for as long as it takes to set them.
 */
final class Journal {
    private record Done<T>(T result) {}

    /** So often a transaction is outrun before it asks the others to wait. */
    private static final int PATIENCE = 4;

    private final int width;
    private final AtomicLong clock = new AtomicLong();
    private final Map<Layout<?, ?>, Buckets<?, ?>> tables = new ConcurrentHashMap<>();
    /** Whoever has lost patience holds it, and nobody begins meanwhile: so he is the only one left and gets through. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param width how many buckets a table has */
    Journal(int width) {
        this.width = width;
    }

    /** Does the work in a transaction, again when it was outrun. What the work throws undoes it. */
    @SuppressWarnings("ThreadPriorityCheck") // only a kindness: nothing relies on it
    <T> T atomically(Function<? super Transaction, ? extends T> work) {
        for (int i = 0; i < PATIENCE; i++) {
            letOthersPass();
            Done<T> done = attempt(work);
            if (done != null) {
                return done.result();
            }
        }
        turn.lock();
        try {
            Done<T> done = attempt(work);
            while (done == null) {
                done = attempt(work);
            }
            return done.result();
        } finally {
            turn.unlock();
        }
    }

    @SuppressWarnings("unchecked") // put under its own layout here, and nowhere else
    <K, V> Buckets<K, V> buckets(Layout<K, V> layout) {
        Buckets<?, ?> known = tables.get(layout);
        return (Buckets<K, V>)
                (known == null ? tables.computeIfAbsent(layout, key -> new Buckets<>(layout, width)) : known);
    }

    /** How many transactions have written by now. */
    long now() {
        return clock.get();
    }

    /** One more. */
    long tick() {
        return clock.incrementAndGet();
    }

    @SuppressWarnings("LockNotBeforeTry") // nothing happens in between: it is only waited for
    private void letOthersPass() {
        if (turn.isLocked() && !turn.isHeldByCurrentThread()) {
            turn.lock();
            try {
                // Nothing: whoever had the turn is through.
            } finally {
                turn.unlock();
            }
        }
    }

    private <T> @Nullable Done<T> attempt(Function<? super Transaction, ? extends T> work) {
        Transaction transaction = new Transaction(this);
        try {
            T result = work.apply(transaction);
            return transaction.commit() ? new Done<>(result) : null;
        } catch (RuntimeException | Error e) {
            if (transaction.isOutrun()) {
                return null;
            }
            throw e;
        } finally {
            transaction.end();
        }
    }
}
