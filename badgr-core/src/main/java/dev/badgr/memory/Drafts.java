package dev.badgr.memory;

import dev.badgr.memory.Waiting.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one transaction has read of a table, and what it wants to make of it. */
final class Drafts<K, V> {
    private final Buckets<K, V> stored;
    private final Transaction in;
    private final Map<Integer, Draft<K, V>> byPlace = new HashMap<>();
    private final List<Move<K, V>> moves = new ArrayList<>();

    Drafts(Buckets<K, V> stored, Transaction in) {
        this.stored = stored;
        this.in = in;
    }

    Buckets<K, V> stored() {
        return stored;
    }

    /** The rows where those of this shard are. */
    Rows<K, V> rows(int shard) {
        return at(stored.place(shard)).rows();
    }

    @Nullable
    Row<K, V> find(int shard, K key) {
        return rows(shard).find(shard, key);
    }

    void put(Row<K, V> row) {
        move(row.shard(), row.key(), row);
        Draft<K, V> draft = at(stored.place(row.shard()));
        draft.change(draft.rows().with(row));
    }

    void remove(int shard, K key) {
        move(shard, key, null);
        Draft<K, V> draft = at(stored.place(shard));
        draft.change(draft.rows().without(shard, key));
    }

    Draft<K, V> at(int place) {
        in.requireRunning();
        Draft<K, V> known = byPlace.get(place);
        if (known != null) {
            return known;
        }
        Draft<K, V> draft = new Draft<>(stored, place);
        byPlace.put(place, draft);
        in.hasSeen(draft);
        return draft;
    }

    /** What this transaction puts into the queue. */
    Stream<Row<K, V>> queued() {
        return moves.stream().flatMap(move -> Stream.ofNullable(move.here()));
    }

    /** To be called while what is changed is locked. */
    void queue() {
        stored.waiting().ifPresent(waiting -> moves.forEach(waiting::follow));
    }

    private void move(int shard, K key, @Nullable Row<K, V> here) {
        if (stored.waiting().isPresent()) {
            moves.add(new Move<>(find(shard, key), here));
        }
    }
}
