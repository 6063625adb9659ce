package dev.badgr.memory;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one bucket, by shard and then in the order of their layout. Never changed. */
final class Rows<K, V> {
    private final Layout<K, V> layout;
    private final Row<K, V>[] rows;

    private Rows(Layout<K, V> layout, Row<K, V>[] rows) {
        this.layout = layout;
        this.rows = rows;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    static <K, V> Rows<K, V> none(Layout<K, V> layout) {
        return new Rows<>(layout, new Row[0]);
    }

    @Nullable
    Row<K, V> find(int shard, K key) {
        int at = place(shard, key);
        return at < 0 ? null : rows[at];
    }

    /** With this row, in the place of the one of its key. */
    Rows<K, V> with(Row<K, V> row) {
        int at = place(row.shard(), row.key());
        Row<K, V>[] next = at < 0 ? withGap(~at) : rows.clone();
        next[at < 0 ? ~at : at] = row;
        return new Rows<>(layout, next);
    }

    /** Without the row of that key; the same if there is none. */
    Rows<K, V> without(int shard, K key) {
        int at = place(shard, key);
        if (at < 0) {
            return this;
        }
        Row<K, V>[] next = Arrays.copyOf(rows, rows.length - 1);
        System.arraycopy(rows, at + 1, next, at, next.length - at);
        return new Rows<>(layout, next);
    }

    Stream<Row<K, V>> all() {
        return Arrays.stream(rows);
    }

    /** Those of one group, in order. */
    Stream<Row<K, V>> of(Object group) {
        return from(firstOf(group.hashCode()), group);
    }

    /** Those of them that follow where this key is or would be. */
    Stream<Row<K, V>> after(Object group, K key) {
        int at = place(group.hashCode(), key);
        return from(at < 0 ? ~at : at + 1, group);
    }

    private Stream<Row<K, V>> from(int start, Object group) {
        int shard = group.hashCode();
        return IntStream.range(start, rows.length)
                .mapToObj(i -> rows[i])
                .takeWhile(row -> row.shard() == shard)
                .filter(row -> layout.group(row.key()).equals(group));
    }

    private Row<K, V>[] withGap(int at) {
        Row<K, V>[] next = Arrays.copyOf(rows, rows.length + 1);
        System.arraycopy(rows, at, next, at + 1, rows.length - at);
        return next;
    }

    /** Where the row of this key is or, if there is none, the complement of where it belongs. */
    private int place(int shard, K key) {
        int first = countWhile(row -> row.shard() < shard || (row.shard() == shard && isBefore(row, key)));
        // Different groups may have one hash, and keys without an order are told apart by nothing else.
        for (int i = first; i < rows.length && rows[i].shard() == shard; i++) {
            if (rows[i].key().equals(key)) {
                return i;
            } else if (layout.order().compare(rows[i].key(), key) > 0) {
                break;
            }
        }
        return ~first;
    }

    private boolean isBefore(Row<K, V> row, K key) {
        return layout.order().compare(row.key(), key) < 0;
    }

    private int firstOf(int shard) {
        return countWhile(row -> row.shard() < shard);
    }

    /** How many rows meet a condition that the first ones meet and the others don't. */
    private int countWhile(Predicate<Row<K, V>> condition) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(rows[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
