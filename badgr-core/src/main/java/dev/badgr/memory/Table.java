package dev.badgr.memory;

import dev.badgr.memory.Waiting.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Buckets<K, V> stored;
    private final Transaction in;
    private final Map<Integer, Draft<K, V>> drafts = new HashMap<>();
    private final List<Move<K, V>> moves = new ArrayList<>();

    Table(Layout<K, V> layout, Buckets<K, V> stored, Transaction in) {
        this.layout = layout;
        this.stored = stored;
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
        return Optional.ofNullable(find(layout.shard(key), key));
    }

    /** The rows of one group, in the order of the layout. */
    Stream<V> of(Object group) {
        return draftOf(group.hashCode()).rows().of(group).map(Row::value);
    }

    Stream<K> keysOf(Object group) {
        return draftOf(group.hashCode()).rows().of(group).map(Row::key);
    }

    /** Those of them that follow where this key is or would be. */
    Stream<V> after(Object group, K key) {
        return draftOf(group.hashCode()).rows().after(group, key).map(Row::value);
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
        return IntStream.range(0, stored.width())
                .mapToObj(stored::read)
                .flatMap(bucket -> bucket.rows().all())
                .map(Row::key);
    }

    /** The keys of what is queued until then, the first due first, in the same manner; what this transaction queued comes last. */
    Stream<K> queuedAtAGlance(long until) {
        Stream<Row<K, V>> own = moves.stream().flatMap(move -> Stream.ofNullable(move.here()));
        Stream<Row<K, V>> others = stored.waiting().orElseThrow().until(until);
        return Stream.concat(others, own).map(Row::key).distinct();
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
        Draft<K, V> draft = draftOf(row.shard());
        move(draft.rows().find(row.shard(), row.key()), row);
        draft.change(draft.rows().with(row));
    }

    /** The row of that key: the one that was there first. */
    V keepFirst(K key, V value) {
        Row<K, V> first = find(layout.shard(key), key);
        if (first != null) {
            return first.value();
        }
        put(key, value);
        return value;
    }

    void remove(K key) {
        int shard = layout.shard(key);
        Draft<K, V> draft = draftOf(shard);
        move(draft.rows().find(shard, key), null);
        draft.change(draft.rows().without(shard, key));
    }

    Stream<Draft<K, V>> drafts() {
        return drafts.values().stream();
    }

    /** To be called while what was changed is locked. */
    void queue() {
        stored.waiting().ifPresent(waiting -> moves.forEach(waiting::follow));
    }

    private void move(@Nullable Row<K, V> gone, @Nullable Row<K, V> here) {
        if (stored.waiting().isPresent()) {
            moves.add(new Move<>(gone, here));
        }
    }

    private @Nullable Row<K, V> find(int shard, K key) {
        return draftOf(shard).rows().find(shard, key);
    }

    private Stream<Row<K, V>> rows() {
        return IntStream.range(0, stored.width())
                .mapToObj(this::draft)
                .flatMap(draft -> draft.rows().all());
    }

    private Draft<K, V> draftOf(int shard) {
        return draft(stored.place(shard));
    }

    private Draft<K, V> draft(int place) {
        in.requireRunning();
        Draft<K, V> known = drafts.get(place);
        if (known != null) {
            return known;
        }
        Draft<K, V> draft = new Draft<>(stored, place);
        drafts.put(place, draft);
        in.hasSeen(draft.version());
        return draft;
    }
}
