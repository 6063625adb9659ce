package dev.badgr.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as one transaction sees it: as it was at the moment of the transaction, with what the transaction wrote. Others see
 * that when it is committed.
 */
final class Table<K, V> {
    private final Layout<K, V> layout;
    private final Transaction in;
    /** Looked up when something is asked: most transactions touch few of the tables that their stores know. */
    private @Nullable Drafts<K, V> drafts;

    Table(Layout<K, V> layout, Transaction in) {
        this.layout = layout;
        this.in = in;
    }

    Optional<V> find(K key) {
        return row(key).map(Row::value);
    }

    boolean has(K key) {
        return row(key).isPresent();
    }

    /** In the form in which it is kept. */
    Optional<Row<K, V>> row(K key) {
        return Optional.ofNullable(drafts().find(layout.shard(key), key));
    }

    /** The rows of one group, in the order of the layout. */
    Stream<V> of(Object group) {
        return drafts().rows(group.hashCode()).of(group).map(Row::value);
    }

    Stream<K> keysOf(Object group) {
        return drafts().rows(group.hashCode()).of(group).map(Row::key);
    }

    /** Those of them that follow where this key is or would be. */
    Stream<V> after(Object group, K key) {
        return drafts().rows(group.hashCode()).after(group, key).map(Row::value);
    }

    /** All rows, in no order. Whatever is written to the table meanwhile is in this transaction's way. */
    Stream<V> all() {
        return rows().map(Row::value);
    }

    Stream<K> keys() {
        return rows().map(Row::key);
    }

    /** The keys of the rows that meet this condition. */
    Stream<K> keysWhere(Predicate<? super V> condition) {
        return rows().filter(row -> condition.test(row.value())).map(Row::key);
    }

    /** All keys, as they are and not as the transaction sees them, and in nobody's way: look each up to be certain. */
    Stream<K> keysAtAGlance() {
        Buckets<K, V> stored = drafts().stored();
        return IntStream.range(0, stored.width())
                .mapToObj(stored::read)
                .flatMap(bucket -> bucket.rows().all())
                .map(Row::key);
    }

    /** The keys of what is queued until then, the first due first, in the same manner; what this transaction queued comes last. */
    Stream<K> queuedAtAGlance(long until) {
        Waiting<K, V> waiting = drafts().stored().waiting().orElseThrow();
        return Stream.concat(waiting.until(until), drafts().queued())
                .map(Row::key)
                .distinct();
    }

    /** Removes at most so many of the rows that meet this condition; how many. */
    int prune(Predicate<? super V> condition, int max) {
        List<K> some = keysWhere(condition).limit(max).toList();
        some.forEach(this::remove);
        return some.size();
    }

    void put(K key, V value) {
        put(layout.row(key, value));
    }

    /** The same, in a form of its own. */
    void put(Row<K, V> row) {
        drafts().put(row);
    }

    /** The row of that key: the one that was there first. */
    V keepFirst(K key, V value) {
        Optional<V> first = find(key);
        if (first.isEmpty()) {
            put(key, value);
        }
        return first.orElse(value);
    }

    void remove(K key) {
        drafts().remove(layout.shard(key), key);
    }

    private Stream<Row<K, V>> rows() {
        Drafts<K, V> all = drafts();
        return IntStream.range(0, all.stored().width())
                .mapToObj(all::at)
                .flatMap(draft -> draft.rows().all());
    }

    private Drafts<K, V> drafts() {
        if (drafts == null) {
            drafts = in.drafts(layout);
        }
        return drafts;
    }
}
