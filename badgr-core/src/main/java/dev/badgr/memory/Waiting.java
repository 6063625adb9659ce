package dev.badgr.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table that are ever due, the first due first. It follows the table closely, but only the table is certain. */
final class Waiting<K, V> {
    /** When a row is due that never is. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final Instant LAST = Instant.ofEpochMilli(NEVER);

    /**
     * What a transaction does to it.
     *
     * @param gone the row that leaves its place, if there was one
     * @param here the row that takes its place, if there is one
     */
    record Move<K, V>(@Nullable Row<K, V> gone, @Nullable Row<K, V> here) {}

    private final ToLongFunction<Row<K, V>> due;
    private final NavigableSet<Row<K, V>> rows;

    /** @param order must tell any two keys apart */
    Waiting(ToLongFunction<Row<K, V>> due, Comparator<K> order) {
        this.due = due;
        this.rows = new ConcurrentSkipListSet<>(
                Comparator.comparingLong(due).thenComparingInt(Row::shard).thenComparing(Row::key, order));
    }

    /** To be called while the buckets of these rows are locked, so that no row stays here that is no more. */
    void follow(Move<K, V> move) {
        if (move.gone() != null && isEverDue(move.gone())) {
            rows.remove(move.gone());
        }
        if (move.here() != null && isEverDue(move.here())) {
            rows.add(move.here());
        }
    }

    Stream<Row<K, V>> until(long time) {
        return rows.stream().takeWhile(row -> due.applyAsLong(row) <= time);
    }

    /** A time that there may be none of, as a number. */
    static long millis(Optional<Instant> time) {
        return time.filter(LAST::isAfter).map(Instant::toEpochMilli).orElse(NEVER);
    }

    static Optional<Instant> instant(long millis) {
        return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private boolean isEverDue(Row<K, V> row) {
        return due.applyAsLong(row) != NEVER;
    }
}
