package dev.badgr.jdbc.bench;

import dev.badgr.port.AccountStore;
import dev.badgr.port.AccountStore.Creation;
import java.util.List;

/** P1: what is stored when somebody signs up, without the hash of a password. */
final class SignUpBench {
    private static final String WORK = "store a sign-up, beside ";

    private SignUpBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open();
                Hibernate hibernate = Hibernate.on(lab.pool(), lab.tablesFor("hibernate"))) {
            AccountStore store = lab.storage().stores().accounts();
            Timings times = scale.quick()
                    .run(List.of(
                            lab.newcomers(
                                    "badgr",
                                    Lab.OURS,
                                    "PROVEN",
                                    n -> Hand.require(store.create(n.wanted()) == Creation.CREATED)),
                            SignUpPeers.oneStatement(lab, lab.tablesFor("hand")),
                            SignUpPeers.fourInserts(lab, lab.tablesFor("inserts")),
                            SignUpPeers.spring(lab, lab.tablesFor("spring")),
                            lab.newcomers("Hibernate", "hibernate", "PROVEN", hibernate::signUp)));
            Ratio ceiling = times.speed("one statement", "Hibernate");
            return List.of(
                    Finding.atLeast(0.9, "P1", WORK + "one statement", times.speed("badgr", "one statement")),
                    Finding.atLeast(1.5, "P1", WORK + "four inserts", times.speed("badgr", "four inserts")),
                    Finding.seen("P1", WORK + "Spring JdbcTemplate", times.speed("badgr", "JdbcTemplate")),
                    Finding.atLeast(4, "P1", WORK + "Hibernate", times.speed("badgr", "Hibernate"))
                            .under(ceiling),
                    Finding.seen("P1", "one statement, beside Hibernate", ceiling));
        }
    }
}
