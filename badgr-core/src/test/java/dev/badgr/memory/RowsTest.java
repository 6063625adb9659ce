package dev.badgr.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The rows of a bucket are a sorted map, also where two groups have one hash. */
class RowsTest {
    private record Key(String group, int number) {}

    private record Step(Key key, boolean removes) {}

    private static final List<String> GROUPS = List.of("Aa", "BB", "other");
    private static final Layout<Key, Integer> ORDERED = Layout.grouped(Key::group, Comparator.comparing(Key::number));
    private static final Layout<Key, Integer> UNORDERED = Layout.grouped(Key::group, Comparator.comparingInt(key -> 0));

    @Property
    void theyAreASortedMapOfEachGroup(@ForAll("steps") List<Step> steps) {
        TreeMap<Key, Integer> expected =
                new TreeMap<>(Comparator.comparing(Key::group).thenComparing(Key::number));
        Rows<Key, Integer> rows = done(steps, Rows.none(ORDERED), expected);
        assertThat(rows.all().map(Row::key)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Key key : keys()) {
            assertThat(value(rows, ORDERED, key)).isEqualTo(expected.get(key));
            assertThat(rows.of(key.group()).map(Row::key))
                    .containsExactlyElementsOf(expected.subMap(new Key(key.group(), 0), new Key(key.group(), 9))
                            .keySet());
            assertThat(rows.after(key.group(), key).map(Row::key))
                    .containsExactlyElementsOf(expected.subMap(key, false, new Key(key.group(), 9), true)
                            .keySet());
        }
    }

    @Property
    void withoutAnOrderEachIsFoundAllTheSame(@ForAll("steps") List<Step> steps) {
        TreeMap<Key, Integer> expected =
                new TreeMap<>(Comparator.comparing(Key::group).thenComparing(Key::number));
        Rows<Key, Integer> rows = done(steps, Rows.none(UNORDERED), expected);
        for (Key key : keys()) {
            assertThat(value(rows, UNORDERED, key)).isEqualTo(expected.get(key));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Key> key = Arbitraries.of(keys());
        return Combinators.combine(key, Arbitraries.of(false, false, true))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Rows<Key, Integer> done(List<Step> steps, Rows<Key, Integer> none, Map<Key, Integer> expected) {
        Rows<Key, Integer> rows = none;
        for (int i = 0; i < steps.size(); i++) {
            Key key = steps.get(i).key();
            int shard = key.group().hashCode();
            if (steps.get(i).removes()) {
                expected.remove(key);
                rows = rows.without(shard, key);
            } else {
                expected.put(key, i);
                rows = rows.with(new PlainRow<>(shard, key, i));
            }
        }
        return rows;
    }

    private static @Nullable Integer value(Rows<Key, Integer> rows, Layout<Key, Integer> layout, Key key) {
        Row<Key, Integer> row = rows.find(layout.shard(key), key);
        return row == null ? null : row.value();
    }

    private static List<Key> keys() {
        return GROUPS.stream()
                .flatMap(group -> IntStream.range(1, 8).mapToObj(n -> new Key(group, n)))
                .toList();
    }
}
