package dev.badgr.memory;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one bucket, by shard and then in the order of their layout. Never changed. */
final class Rows<K, V> {
    private final Layout<K, V> layout;
    private final Row<K, V>[] rows;
    /** Of each row, to find one without looking at the others. */
    private final int[] shards;

    private Rows(Layout<K, V> layout, Row<K, V>[] rows, int[] shards) {
        this.layout = layout;
        this.rows = rows;
        this.shards = shards;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    static <K, V> Rows<K, V> none(Layout<K, V> layout) {
        return new Rows<>(layout, new Row[0], new int[0]);
    }

    @Nullable
    Row<K, V> find(int shard, K key) {
        int at = place(shard, key);
        return at < 0 ? null : rows[at];
    }

    /** With this row, in the place of the one of its key. */
    Rows<K, V> with(Row<K, V> row) {
        int at = place(row.shard(), row.key());
        if (at < 0) {
            return withNew(~at, row);
        }
        Row<K, V>[] next = rows.clone();
        next[at] = row;
        return new Rows<>(layout, next, shards);
    }

    /** Without the row of that key; the same if there is none. */
    Rows<K, V> without(int shard, K key) {
        int at = place(shard, key);
        if (at < 0) {
            return this;
        }
        Row<K, V>[] next = Arrays.copyOf(rows, rows.length - 1);
        int[] nextShards = Arrays.copyOf(shards, next.length);
        System.arraycopy(rows, at + 1, next, at, next.length - at);
        System.arraycopy(shards, at + 1, nextShards, at, next.length - at);
        return new Rows<>(layout, next, nextShards);
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
                .takeWhile(i -> shards[i] == shard)
                .mapToObj(i -> rows[i])
                .filter(row -> layout.group(row.key()).equals(group));
    }

    private Rows<K, V> withNew(int at, Row<K, V> row) {
        Row<K, V>[] next = Arrays.copyOf(rows, rows.length + 1);
        int[] nextShards = Arrays.copyOf(shards, next.length);
        System.arraycopy(rows, at, next, at + 1, rows.length - at);
        System.arraycopy(shards, at, nextShards, at + 1, rows.length - at);
        next[at] = row;
        nextShards[at] = row.shard();
        return new Rows<>(layout, next, nextShards);
    }

    /** Where the row of this key is or, if there is none, the complement of where it belongs. */
    private int place(int shard, K key) {
        int first = countWhile(i -> shards[i] < shard || (shards[i] == shard && isBefore(rows[i], key)));
        // Different groups may have one hash, and keys without an order are told apart by nothing else.
        for (int i = first; i < rows.length && shards[i] == shard; i++) {
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
        return countWhile(i -> shards[i] < shard);
    }

    /** How many rows meet a condition that the first ones meet and the others don't. */
    private int countWhile(IntPredicate condition) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
