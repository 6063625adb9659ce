package dev.badgr.jdbc.bench;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.port.AccountStore.Creation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** P5 to P7: what the number of rows costs, beside a database of ten thousand awards. */
final class GrowthBench {
    private static final int FEW = 10_000;
    private static final int PAGE = 50;
    private static final int LATE_PAGE = 1_801;
    /** Who has so many badges that there is a late page. */
    private static final int COLLECTOR = 0;

    private final Scale scale;
    private final Random random = new Random(1);
    private final List<Chart.Point> points = new ArrayList<>();

    private GrowthBench(Scale scale) {
        this.scale = scale;
    }

    /** What was found, and what a picture of it shows. */
    record Growth(List<Finding> findings, List<Chart.Point> points) {}

    static Growth run(Scale scale) throws Exception {
        GrowthBench bench = new GrowthBench(scale);
        return new Growth(bench.findings(), bench.points);
    }

    private List<Finding> findings() throws Exception {
        try (Lab few = Lab.open();
                Lab many = Lab.open()) {
            Crowd small = Crowd.in(few);
            small.come(1, people(FEW), Crowd.BADGES_EACH);
            small.settle();
            Crowd large = Crowd.in(many);
            List<Finding> findings = new ArrayList<>();
            int here = 0;
            for (long rows = FEW; rows <= scale.rows(); rows *= 10) {
                large.come(here + 1, people(rows), Crowd.BADGES_EACH);
                large.settle();
                here = people(rows);
                findings = compare(small, large, rows);
            }
            findings.addAll(pages(large));
            if (!scale.isShort()) {
                findings.addAll(BulkBench.beside(many, scale, scale.rows()));
            }
            return findings;
        }
    }

    private static int people(long rows) {
        return (int) (rows / Crowd.BADGES_EACH);
    }

    private List<Finding> compare(Crowd small, Crowd large, long rows) throws Exception {
        Timings times = scale.quick()
                .run(List.of(
                        list("few", small, people(FEW)),
                        list("many", large, people(rows)),
                        award("award to few", small),
                        award("award to many", large),
                        signUp("sign up with few", small),
                        signUp("sign up with many", large)));
        points.add(new Chart.Point(
                "list 50 badges", rows, times.cost("many", "few", 50).median()));
        points.add(new Chart.Point(
                "award", rows, times.cost("award to many", "award to few", 50).median()));
        points.add(new Chart.Point(
                "store a sign-up",
                rows,
                times.cost("sign up with many", "sign up with few", 50).median()));
        String at = "list 50 at %,d awards, beside %,d: ".formatted(rows, FEW);
        return new ArrayList<>(List.of(
                Finding.atMost(1.25, "P6", at + "median", times.cost("many", "few", 50)),
                Finding.atMost(1.5, "P6", at + "99th percentile", times.cost("many", "few", 99))));
    }

    private Variant list(String name, Crowd crowd, int people) {
        return new Variant(
                name,
                number -> Stream.generate(() -> Crowd.anyOf(people, random))
                        .limit(number)
                        .map(owner -> (Variant.Call) () -> read(crowd.lab(), owner, BackpackQuery.newest(PAGE)))
                        .toList());
    }

    private static Variant award(String name, Crowd crowd) {
        return crowd.lab().awards(name, crowd.badge(), one -> AwardBench.award(crowd.lab(), one.wanted()));
    }

    private static Variant signUp(String name, Crowd crowd) {
        Lab lab = crowd.lab();
        return lab.newcomers(
                name,
                Lab.OURS,
                "PROVEN",
                n -> Hand.require(lab.storage().stores().accounts().create(n.wanted()) == Creation.CREATED));
    }

    private List<Finding> pages(Crowd crowd) throws Exception {
        crowd.come(COLLECTOR, COLLECTOR, (LATE_PAGE + 1) * PAGE);
        crowd.settle();
        BackpackQuery first = BackpackQuery.newest(PAGE);
        BackpackQuery late = BackpackQuery.newest(PAGE).after(cursor(crowd));
        Hand hand = new Hand(crowd.lab().pool());
        AccountId owner = Crowd.account(COLLECTOR);
        Timings times = scale.quick()
                .run(List.of(
                        Variant.of("first", () -> read(crowd.lab(), owner, first)),
                        Variant.of("late", () -> read(crowd.lab(), owner, late))));
        Timings offset = scale.slow()
                .run(List.of(
                        Variant.of("late", () -> read(crowd.lab(), owner, late)),
                        Variant.of(
                                "offset",
                                () -> hand.ask(
                                        "select * from badgr_award where recipient_key = ? order by sequence desc offset ? limit 50",
                                        Crowd.mailbox(COLLECTOR),
                                        (LATE_PAGE - 1) * PAGE))));
        return List.of(
                Finding.atMost(1.2, "P7", "page 1,801, beside page 1", times.cost("late", "first", 50)),
                Finding.seen("P7", "page 1,801 by OFFSET, beside by key", offset.cost("offset", "late", 50)));
    }

    /** Where the page before has ended. */
    private static String cursor(Crowd crowd) throws Exception {
        Hand hand = new Hand(crowd.lab().pool());
        String last = hand.ask(
                "select sequence from badgr_award where recipient_key = ? order by sequence desc offset ? limit 1",
                Crowd.mailbox(COLLECTOR),
                (LATE_PAGE - 1) * PAGE - 1);
        return Granted.id(Crowd.mailbox(COLLECTOR), last).text();
    }

    private static void read(Lab lab, AccountId owner, BackpackQuery query) {
        Hand.require(lab.app().badgr().backpacks().page(owner, query).items().size() == PAGE);
    }
}
