package dev.badgr.memory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, spread over buckets by their shard. A bucket is replaced as a whole, so whoever has read one holds
 * something that stays as it was, and sees whether it is still there.
 */
final class Buckets<K, V> {
    /**
     * Some rows, as they were put by one transaction.
     *
     * @param version the time of that transaction on the journal's clock
     */
    record Bucket<K, V>(long version, Rows<K, V> rows) {}

    /**
     * What a transaction does to the queue.
     *
     * @param gone the row that leaves its place, if it was in one
     * @param here the row that takes a place
     */
    record Move<K, V>(@Nullable Row<K, V> gone, @Nullable Row<K, V> here) {}

    private final AtomicReferenceArray<Bucket<K, V>> buckets;
    /** Stands where a bucket is about to be replaced. */
    private final Bucket<K, V> lock;

    private final Optional<ToLongFunction<Row<K, V>>> due;
    private final NavigableSet<Row<K, V>> queue;

    Buckets(Layout<K, V> layout, int width) {
        Bucket<K, V> empty = new Bucket<>(0, Rows.none(layout));
        this.lock = new Bucket<>(0, empty.rows());
        this.buckets = new AtomicReferenceArray<>(filled(width, empty));
        this.due = layout.due();
        Comparator<Row<K, V>> byKey = Comparator.comparing(Row::key, layout.order());
        this.queue = new ConcurrentSkipListSet<>(due.map(Comparator::comparingLong)
                .map(first -> first.thenComparing(byKey))
                .orElse(byKey));
    }

    int width() {
        return buckets.length();
    }

    int place(int shard) {
        return Math.floorMod(shard ^ (shard >>> 16), buckets.length());
    }

    /** A bucket as it is; waits while it is being replaced, which takes no longer than to set it. */
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

    /** To be called while the buckets of these rows are locked, so that the queue never keeps a row that is no more. */
    void queue(Move<K, V> move) {
        if (move.gone() != null && isEverDue(move.gone())) {
            queue.remove(move.gone());
        }
        if (move.here() != null && isEverDue(move.here())) {
            queue.add(move.here());
        }
    }

    /** The queue as it is at this moment, the first due first; others may change it meanwhile. */
    Stream<Row<K, V>> queued(long until) {
        ToLongFunction<Row<K, V>> when = due.orElseThrow();
        return queue.stream().takeWhile(row -> when.applyAsLong(row) <= until);
    }

    boolean isQueued() {
        return due.isPresent();
    }

    private boolean isEverDue(Row<K, V> row) {
        return due.orElseThrow().applyAsLong(row) != Long.MAX_VALUE;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    private static <K, V> Bucket<K, V>[] filled(int width, Bucket<K, V> empty) {
        Bucket<K, V>[] all = new Bucket[width];
        Arrays.fill(all, empty);
        return all;
    }
}
