package dev.badgr.jdbc.bench;

import dev.badgr.CodeForm;
import dev.badgr.Session;
import dev.badgr.account.AccountId;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** P8: another address is confirmed while ten thousand badges wait for it, and while none does. */
final class WaitingBench {
    private static final int WAITING = 10_000;
    private static final String CHALLENGE = """
            insert into badgr_challenge (id, purpose, address, recipient_key, code_hash, created_at, expires_at, attempts,
                state, account_id)
            values (?, 'ADD_EMAIL', ?, ?, ?, ?, ?, 0, 'OPEN', ?)""";
    private static final String WRITTEN =
            "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables, pg_stat_force_next_flush()";

    private final Crowd crowd;
    private int people;

    private WaitingBench(Crowd crowd) {
        this.crowd = crowd;
    }

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open()) {
            WaitingBench bench = new WaitingBench(Crowd.in(lab));
            Timings times = (scale.isShort() ? new Interleaved(5, 5, 5) : new Interleaved(20, 20, 5))
                    .run(List.of(bench.variant("many", WAITING), bench.variant("none", 0)));
            String work = "confirm an address with %,d badges waiting, beside none".formatted(WAITING);
            return List.of(
                    Finding.atMost(1.1, "P8", work, times.cost("many", "none", 50)),
                    Finding.counted("P8", "rows written more than with none", 0, (double)
                            (bench.rowsWritten(WAITING) - bench.rowsWritten(0))));
        }
    }

    private Variant variant(String name, int waiting) {
        return new Variant(name, number -> {
            List<Variant.Call> calls = calls(number, waiting);
            crowd.settle();
            return calls;
        });
    }

    /** People of the first half of the new numbers have an account; the mailbox of the other half is to be added. */
    private List<Variant.Call> calls(int number, int waiting) throws SQLException {
        int first = people + 1;
        people += 2 * number;
        crowd.come(first, first + number - 1, 0);
        crowd.award(first + number, first + 2 * number - 1, waiting);
        return IntStream.range(first, first + number)
                .mapToObj(i -> call(i, i + number))
                .toList();
    }

    private Variant.Call call(int owner, int mailbox) {
        Newcomer asked = Newcomer.next();
        AccountId account = Crowd.account(owner);
        try {
            new Hand(crowd.lab().pool())
                    .update(
                            CHALLENGE,
                            asked.proof(),
                            "mia-" + mailbox + "@school.edu",
                            Crowd.mailbox(mailbox),
                            asked.codeHash(),
                            Newcomer.NOW,
                            Newcomer.CODE_ENDS,
                            account.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Session session = new Session(account, 0, Times.NOW);
        return () -> crowd.lab()
                .app()
                .badgr()
                .emails()
                .confirm(session, asked.challenge(), new CodeForm(Newcomer.CODE), TestApp.newClient())
                .orElseThrow();
    }

    private long rowsWritten(int waiting) throws Exception {
        Variant.Call call = calls(1, waiting).get(0);
        Hand hand = new Hand(crowd.lab().pool());
        hand.ask(WRITTEN);
        long before = Long.parseLong(hand.ask(WRITTEN));
        call.run();
        hand.ask(WRITTEN);
        return Long.parseLong(hand.ask(WRITTEN)) - before;
    }
}
