package dev.badgr.jdbc.bench;

import dev.badgr.CodeForm;
import dev.badgr.email.CodeHashes;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.Guess;
import dev.badgr.port.Storage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** P2: a right code is judged and used up. */
final class ConfirmBench {
    private static final String JUDGE = """
            update hand.badgr_challenge
            set attempts = attempts + 1, state = case when code_hash = ? then 'PROVEN' else state end
            where id = ? and purpose = 'SIGN_UP' and state = 'OPEN' and attempts < 5 and expires_at > ?""";

    /** The same with what keeps people from guessing: the budgets of the address and the client are looked at, and a wrong code counts. */
    private static final String JUDGE_WITHIN_BUDGETS = """
            with asked as (
                select recipient_key from hand.badgr_challenge where id = ?
            ), judged as (
                %s and not exists (
                    select 1 from hand.badgr_guess_count
                    where bucket in ((select 'address:' || recipient_key from asked), ?) and window_ends_at > ? and wrong >= 50)
                returning *
            ), counted as (
                insert into hand.badgr_guess_count as g (bucket, window_ends_at, wrong)
                select b, ?, 1 from judged, lateral (values ('address:' || recipient_key), (?), ('system')) as v (b)
                where judged.state = 'OPEN' order by b
                on conflict (bucket) do update set
                    wrong = case when g.window_ends_at <= ? then 1 else g.wrong + 1 end,
                    window_ends_at = case when g.window_ends_at <= ? then excluded.window_ends_at else g.window_ends_at end
            )
            select state, attempts, address, recipient_key, created_at, expires_at from judged""".formatted(JUDGE);

    private static final String LOOK = "select state, attempts, code_hash, expires_at from inserts.badgr_challenge "
            + "where id = ? and purpose = 'SIGN_UP' for update";
    private static final String STORE =
            "update inserts.badgr_challenge set attempts = attempts + 1, state = 'PROVEN' where id = ?";

    private ConfirmBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open();
                Hibernate hibernate = Hibernate.on(lab.pool(), lab.tablesFor("hibernate"))) {
            Hand hand = new Hand(lab.pool());
            lab.tablesFor("hand");
            lab.tablesFor("bare");
            lab.tablesFor("inserts");
            Timings times = scale.quick()
                    .run(List.of(
                            open(lab, "verb", "public", n -> verb(lab, n)),
                            open(lab, "store", "public", n -> store(lab.storage(), n)),
                            open(lab, "one statement", "hand", n -> judgeWithinBudgets(hand, n)),
                            open(
                                    lab,
                                    "bare",
                                    "bare",
                                    n -> hand.update(
                                            JUDGE.replace("hand.", "bare."), n.codeHash(), n.proof(), Newcomer.NOW)),
                            open(lab, "two statements", "inserts", n -> twoStatements(hand, n)),
                            open(lab, "Hibernate", "hibernate", hibernate::confirm)));
            return List.of(
                    Finding.atLeast(
                            0.9,
                            "P2",
                            "judge a right code, beside one statement",
                            times.speed("store", "one statement")),
                    Finding.seen(
                            "P2", "the same by the verb, beside one statement", times.speed("verb", "one statement")),
                    Finding.seen("P2", "beside one that looks at no budget", times.speed("store", "bare")),
                    Finding.seen("P2", "beside two statements", times.speed("store", "two statements")),
                    Finding.seen("P2", "beside Hibernate", times.speed("store", "Hibernate")));
        }
    }

    private static Variant open(Lab lab, String name, String schema, Lab.Step<Newcomer> step) {
        return lab.newcomers(name, schema, "OPEN", step);
    }

    private static void verb(Lab lab, Newcomer n) {
        lab.app()
                .badgr()
                .signUps()
                .confirm(n.challenge(), new CodeForm(Newcomer.CODE), TestApp.newClient())
                .orElseThrow();
    }

    private static void store(Storage storage, Newcomer n) {
        Guess guess = new Guess(
                n.challenge(),
                Purpose.SIGN_UP,
                Optional.empty(),
                new CodeHashes(List.of(n.code())),
                Some.client(),
                Times.NOW);
        Hand.require(storage.stores()
                .challenges()
                .judge(guess, CodeRules.standard())
                .challenge()
                .isPresent());
    }

    private static void judgeWithinBudgets(Hand hand, Newcomer n) throws SQLException {
        String client = "client:" + Some.client().value();
        Hand.require(hand.ask(
                        JUDGE_WITHIN_BUDGETS,
                        n.proof(),
                        n.codeHash(),
                        n.proof(),
                        Newcomer.NOW,
                        client,
                        Newcomer.NOW,
                        Newcomer.CODE_ENDS,
                        client,
                        Newcomer.NOW,
                        Newcomer.NOW)
                .equals("PROVEN"));
    }

    private static void twoStatements(Hand hand, Newcomer n) throws SQLException {
        hand.inTransaction(connection -> {
            Hand.require(Hand.ask(connection, LOOK, n.proof()).equals("OPEN"));
            Hand.update(connection, STORE, n.proof());
        });
    }
}
