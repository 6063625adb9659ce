package dev.badgr.jdbc.bench;

import dev.badgr.CodeForm;
import dev.badgr.account.SignInRules;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.jdbc.Database;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.jdbc.RoundTrips;
import java.util.ArrayList;
import java.util.List;

/** P10: how often a use case goes to the server and back. */
final class RoundTripBench {
    private final RoundTrips trips = new RoundTrips();
    private final List<Finding> findings = new ArrayList<>();

    private RoundTripBench() {}

    static List<Finding> run() throws Exception {
        try (Lab lab = Lab.open()) {
            RoundTripBench bench = new RoundTripBench();
            bench.count(lab, JdbcStorage.of(bench.trips.listeningTo(lab.pool()), Database.POSTGRESQL));
            return bench.findings;
        }
    }

    private void count(Lab lab, JdbcStorage storage) throws Exception {
        TestApp app = TestApp.on(storage);
        Person person = app.personWithAccount();
        NewAward award = NewAward.of(app.badge(), person.email()).once("completion", app.now());
        EmailAddress address = Some.address();
        ChallengeId challenge = app.begun(address);
        CodeForm code = new CodeForm(app.codeTo(address));
        Variant.Call signUp = lab.newcomers(
                        "sign-up",
                        Lab.OURS,
                        "PROVEN",
                        n -> storage.stores().accounts().create(n.wanted()))
                .preparation()
                .calls(1)
                .get(0);
        trips(
                "sign-in look-up",
                () -> storage.stores()
                        .signIns()
                        .reserve(person.account().primary(), Some.client(), SignInRules.standard(), Times.NOW));
        trips("store a sign-up", signUp);
        trips(
                "confirm a code",
                () -> app.badgr()
                        .signUps()
                        .confirm(challenge, code, TestApp.newClient())
                        .orElseThrow());
        trips("award", () -> app.badgr().awards().award(award).orElseThrow());
        trips("list 50", () -> app.badgr().backpacks().page(person.id(), BackpackQuery.newest(50)));
    }

    private void trips(String name, Variant.Call call) throws Exception {
        trips.since();
        call.run();
        // The first is the pool's, which is none.
        findings.add(
                Finding.counted("P10", "round trips: " + name, 1, trips.since().size() - 1));
    }
}
