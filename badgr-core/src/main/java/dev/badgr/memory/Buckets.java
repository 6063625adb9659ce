package dev.badgr.memory;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The rows of a table, spread over buckets by their shard. A bucket is replaced as a whole, so whoever has read one holds
 * something that stays as it was, and sees whether it is still there.
 */
final class Buckets<K, V> {
    /** Some rows, as they were put by one transaction. It is itself and no other, whatever is in it. */
    static final class Bucket<K, V> {
        private final long version;
        private final Rows<K, V> rows;

        /** @param version the time of that transaction on the journal's clock */
        Bucket(long version, Rows<K, V> rows) {
            this.version = version;
            this.rows = rows;
        }

        long version() {
            return version;
        }

        Rows<K, V> rows() {
            return rows;
        }
    }

    private final AtomicReferenceArray<Bucket<K, V>> buckets;
    /** Stands where a bucket is about to be replaced. */
    private final Bucket<K, V> lock;

    private final Optional<Waiting<K, V>> waiting;

    Buckets(Layout<K, V> layout, int width) {
        Bucket<K, V> empty = new Bucket<>(0, Rows.none(layout));
        this.lock = new Bucket<>(0, empty.rows());
        this.buckets = new AtomicReferenceArray<>(filled(width, empty));
        this.waiting = layout.waiting();
    }

    Optional<Waiting<K, V>> waiting() {
        return waiting;
    }

    int width() {
        return buckets.length();
    }

    int place(int shard) {
        return Math.floorMod(shard ^ (shard >>> 16), buckets.length());
    }

    /** A bucket as it is; waits while it is being replaced, which takes no longer than to set it. */
    @SuppressWarnings("ThreadPriorityCheck") // whoever holds the lock may be waiting for a processor
    Bucket<K, V> read(int place) {
        Bucket<K, V> bucket = buckets.get(place);
        while (bucket == lock) {
            Thread.yield();
            bucket = buckets.get(place);
        }
        return bucket;
    }

    boolean isStill(int place, Bucket<K, V> seen) {
        return buckets.get(place) == seen;
    }

    boolean lock(int place, Bucket<K, V> seen) {
        return buckets.compareAndSet(place, seen, lock);
    }

    void unlock(int place, Bucket<K, V> next) {
        buckets.set(place, next);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    private static <K, V> Bucket<K, V>[] filled(int width, Bucket<K, V> empty) {
        Bucket<K, V>[] all = new Bucket[width];
        Arrays.fill(all, empty);
        return all;
    }
}
