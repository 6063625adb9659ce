package dev.badgr.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by key, each change of which the journal can take back. To be used inside {@link Journal#atomically} only. */
final class Table<K, V> {
    private final Journal journal;
    private final Map<K, V> rows;

    Table(Journal journal) {
        this(journal, new LinkedHashMap<>());
    }

    /** In a map of the caller's own, who may read it in its order. */
    Table(Journal journal, Map<K, V> rows) {
        this.journal = journal;
        this.rows = rows;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Stream<V> all() {
        return rows.values().stream();
    }

    Stream<K> keys() {
        return rows.keySet().stream();
    }

    /** The keys of the rows that meet this condition. */
    Stream<K> keysWhere(Predicate<? super V> condition) {
        return rows.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Removes at most so many of the rows that meet this condition; how many. */
    int prune(Predicate<? super V> condition, int max) {
        List<K> some = keysWhere(condition).limit(max).toList();
        some.forEach(this::remove);
        return some.size();
    }

    void put(K key, V row) {
        V before = rows.put(key, row);
        journal.onUndo(() -> restore(key, before));
    }

    /** The row of that key: the one that was there first. */
    V keepFirst(K key, V row) {
        V first = rows.get(key);
        if (first != null) {
            return first;
        }
        put(key, row);
        return row;
    }

    void remove(K key) {
        V before = rows.remove(key);
        journal.onUndo(() -> restore(key, before));
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
