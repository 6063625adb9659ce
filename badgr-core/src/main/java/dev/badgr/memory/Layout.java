package dev.badgr.memory;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a table is: which of its rows lie side by side and in which order, and whether there is a queue of them.
 * A constant; the rows are with the {@link Journal}.
 */
final class Layout<K, V> {
    private final Function<K, ?> group;
    private final Comparator<K> order;
    private final Optional<ToLongFunction<Row<K, V>>> due;

    private Layout(Function<K, ?> group, Comparator<K> order, Optional<ToLongFunction<Row<K, V>>> due) {
        this.group = group;
        this.order = order;
        this.due = due;
    }

    /** Each row for itself. */
    static <K, V> Layout<K, V> single() {
        return grouped(key -> key, Comparator.comparingInt(key -> 0));
    }

    /** The rows of one group side by side: they are read together, and a change to one is a change to all of them. */
    static <K, V> Layout<K, V> grouped(Function<K, ?> group, Comparator<K> order) {
        return new Layout<>(group, order, Optional.empty());
    }

    /** The same with a queue of those rows that are ever due. The order must tell any two keys apart. */
    Layout<K, V> queued(ToLongFunction<Row<K, V>> when) {
        return new Layout<>(group, order, Optional.of(when));
    }

    Object group(K key) {
        return group.apply(key);
    }

    int shard(K key) {
        return group(key).hashCode();
    }

    Comparator<K> order() {
        return order;
    }

    /** A row in the common form. */
    Row<K, V> row(K key, V value) {
        return new PlainRow<>(shard(key), key, value);
    }

    /** The queue, if there is one: empty. */
    Optional<Waiting<K, V>> waiting() {
        return due.map(when -> new Waiting<>(when, order));
    }
}
