package dev.badgr.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What transactions do to two tables, for Lincheck to call in any order. */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class TransactionOperations {
    private static final Layout<Integer, Integer> ONE = Layout.single();
    private static final Layout<Integer, Integer> OTHER = Layout.grouped(key -> "all", Integer::compare);

    /** So few buckets that transactions meet. */
    private final Journal journal = new Journal(2);

    @Operation
    public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
        in(tables -> {
            tables.one.put(key, value);
            tables.other.put(key, value);
            return true;
        });
    }

    @Operation
    public void remove(@Param(name = "key") int key) {
        in(tables -> {
            tables.other.remove(key);
            tables.one.remove(key);
            return true;
        });
    }

    @Operation
    public boolean areTheTablesAlike(@Param(name = "key") int key) {
        return in(tables -> tables.one.find(key).equals(tables.other.find(key)));
    }

    @Operation
    public int keepFirst(@Param(name = "key") int key, @Param(name = "value") int value) {
        return in(tables -> {
            int first = tables.one.keepFirst(key, value);
            tables.other.put(key, first);
            return first;
        });
    }

    @Operation
    public List<Integer> all() {
        return in(tables -> tables.one.all().sorted().toList());
    }

    @Operation
    public List<Integer> group() {
        return in(tables -> tables.other.of("all").toList());
    }

    /** Takes the greatest one, as a claim takes what has waited longest. */
    @Operation
    public int takeGreatest() {
        return in(tables -> {
            Optional<Integer> greatest = tables.one.keys().max(Integer::compare);
            greatest.ifPresent(tables.one::remove);
            greatest.ifPresent(tables.other::remove);
            return greatest.orElse(0);
        });
    }

    private <T> T in(Function<Tables, T> work) {
        return journal.atomically(in -> work.apply(new Tables(in.table(ONE), in.table(OTHER))));
    }

    private record Tables(Table<Integer, Integer> one, Table<Integer, Integer> other) {}
}
