package dev.badgr.jdbc.bench;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** P4 and P5: awards by the hundred thousand, idempotent and with an outcome for each, beside those that are neither. */
final class BulkBench {
    /** Hibernate gets so much less to do, and the ratio is of rows in a second. */
    private static final int HIBERNATE_SHARE = 10;

    private BulkBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open();
                Hibernate hibernate = Hibernate.on(lab.pool(), twoIndexes(lab, "hibernate"))) {
            Badge badge = lab.app().badge();
            BinaryCopy copy = new BinaryCopy(lab.pool(), twoIndexes(lab, "copied"));
            Timings times = repetitions(scale)
                    .run(List.of(
                            ours(lab, badge, scale.bulk()),
                            others("COPY", badge, scale.bulk(), copy::all),
                            others("Hibernate", badge, scale.bulk() / HIBERNATE_SHARE, hibernate::bulk),
                            others("batches", badge, scale.bulk() / HIBERNATE_SHARE, hibernate::batches)));
            String work = "%,d awards in bulk, beside ".formatted(scale.bulk());
            return List.of(
                    Finding.atLeast(1, "P4", work + "COPY into two indexes", times.speed("badgr", "COPY")),
                    Finding.atLeast(
                            5,
                            "P4",
                            work + "Hibernate, which looks for each thousand first",
                            times.speed("badgr", "Hibernate").times(HIBERNATE_SHARE)),
                    Finding.seen(
                            "P4",
                            work + "Hibernate's bare batches",
                            times.speed("badgr", "batches").times(HIBERNATE_SHARE)));
        }
    }

    /** Into tables that have so many rows already. */
    static List<Finding> beside(Lab lab, Scale scale, long rows) throws Exception {
        Badge badge = lab.app().badge();
        BinaryCopy copy = new BinaryCopy(lab.pool(), twoIndexes(lab, "copied"));
        lab.execute("vacuum (analyze)");
        lab.execute("checkpoint");
        Timings times = repetitions(scale)
                .run(List.of(ours(lab, badge, scale.bulk()), others("COPY", badge, scale.bulk(), copy::all)));
        String work = "%,d awards into %,d, beside COPY into two indexes".formatted(scale.bulk(), rows);
        return List.of(Finding.atLeast(1.2, "P5", work, times.speed("badgr", "COPY")));
    }

    private static Interleaved repetitions(Scale scale) {
        return new Interleaved(1, 1, scale.bulkRepetitions());
    }

    /** A table of the same columns and rows with the index that others have beside the primary key: for the host's own key. */
    private static String twoIndexes(Lab lab, String schema) throws Exception {
        lab.execute("create schema " + schema);
        lab.execute("create table %s.badgr_award (like public.badgr_award)".formatted(schema));
        lab.execute("insert into %s.badgr_award select * from public.badgr_award".formatted(schema));
        lab.execute("alter table %s.badgr_award add primary key (recipient_key, sequence)".formatted(schema));
        lab.execute("create unique index on %s.badgr_award (external_key, issuer)".formatted(schema));
        return schema;
    }

    private static Variant ours(Lab lab, Badge badge, int rows) {
        return new Variant(
                "badgr",
                number -> repeated(number, () -> {
                    List<Granted> awards = Granted.some(badge, rows);
                    return () -> {
                        LongAdder outcomes = new LongAdder();
                        lab.app()
                                .badgr()
                                .awards()
                                .bulk()
                                .withoutNotices()
                                .award(awards.stream().map(Granted::wanted), (row, outcome) -> outcomes.increment());
                        Hand.require(outcomes.sum() == rows);
                    };
                }));
    }

    private static Variant others(String name, Badge badge, int rows, Lab.Step<List<Award>> work) {
        return new Variant(
                name,
                number -> repeated(number, () -> {
                    List<Award> awards = Granted.some(badge, rows).stream()
                            .map(Granted::award)
                            .toList();
                    return () -> work.with(awards);
                }));
    }

    private static List<Variant.Call> repeated(int number, Supplier<Variant.Call> call) {
        return IntStream.range(0, number).mapToObj(i -> call.get()).toList();
    }
}
