package dev.badgr.jdbc;

import dev.badgr.jdbc.Rekey.Progress;
import dev.badgr.jdbc.Rekey.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Goes through all tables once. For one thread. */
final class RekeyRun {
    private final Jdbc jdbc;
    private final int slice;
    private final Consumer<Progress> listener;
    private long done;
    private long all;

    RekeyRun(Jdbc jdbc, int slice, Consumer<Progress> listener) {
        this.jdbc = jdbc;
        this.slice = slice;
        this.listener = listener;
    }

    /** Maps each mailbox whose address is somewhere. */
    void read(KeyMapping mapping) {
        List<KeyMapping.Reading> readings = mapping.readings();
        expect(readings.stream().map(reading -> Sql.of("select count(*) as found from " + reading.table())));
        readings.forEach(reading -> all(Step.READING, reading));
    }

    /** Gives every row its new keys. */
    void move() {
        expect(KeyedTable.ALL.stream().map(KeyedTable::count));
        KeyedTable.ALL.forEach(table -> all(Step.MOVING, new KeyedTable.Moving(table, columns(table.name()))));
        CountedBuckets.ALL.forEach(
                buckets -> all(Step.MOVING, new CountedBuckets.Moving(buckets, columns(buckets.table()))));
        all(Step.MOVING, new QueuedKeys());
        Strangers.ALL.forEach(strangers -> all(Step.MOVING, strangers));
    }

    private void expect(Stream<Sql> counts) {
        done = 0;
        all = counts.mapToLong(this::count).sum();
    }

    private long count(Sql count) {
        return jdbc.once(session -> session.one(count, new Params(), row -> row.bigNumber("found")))
                .orElse(0L);
    }

    private List<String> columns(String table) {
        return jdbc.once(session -> session.columns(table));
    }

    private void all(Step step, RekeyWork work) {
        RekeyWork.Slice moved = slice(work, Optional.empty());
        while (moved.rows() > 0) {
            done += moved.rows();
            listener.accept(new Progress(step, work.table(), done, Math.max(0, all - done)));
            moved = slice(work, Optional.of(moved.last()));
        }
    }

    private RekeyWork.Slice slice(RekeyWork work, Optional<Params> after) {
        return jdbc.atomically(session -> work.next(session, after, slice));
    }
}
