package dev.badgr.jdbc.bench;

import dev.badgr.CodeForm;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import java.util.List;

public final class Bench {
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        try (Lab lab = Lab.open()) {
            int calls = Integer.parseInt(arguments[0]);
            int reps = Integer.parseInt(arguments[1]);
            Variant ours = new Variant(
                    "badgr",
                    number -> lab.newcomers(Lab.OURS, "PROVEN", number).stream()
                            .map(n -> {
                                NewAccount w = n.asNewAccount();
                                return (Variant.Call) () -> {
                                    if (lab.storage().stores().accounts().create(w) != Creation.CREATED)
                                        throw new IllegalStateException();
                                };
                            })
                            .toList());
            Timings t = new Interleaved(calls, reps)
                    .run(List.of(
                            ours,
                            SignUpPeers.oneStatement(lab, lab.tablesFor("hand")),
                            SignUpPeers.fourInserts(lab, lab.tablesFor("four")),
                            SignUpPeers.spring(lab, lab.tablesFor("spring"))));
            t.nanos()
                    .keySet()
                    .forEach(k -> System.out.println(
                            k + " " + t.micros(k, 50) + " us; badgr's speed: " + t.speed("badgr", k)));
            Variant ours2 = new Variant(
                    "badgr",
                    number -> lab.newcomers(Lab.OURS, "OPEN", number).stream()
                            .map(n -> {
                                var client = TestApp.newClient();
                                return (Variant.Call) () -> {
                                    lab.app()
                                            .badgr()
                                            .signUps()
                                            .confirm(n.challenge(), new CodeForm("123456"), client)
                                            .orElseThrow();
                                };
                            })
                            .toList());
            Hand hand = new Hand(lab.pool());
            String sql = """
            update hand.badgr_challenge set attempts = attempts + 1, state = case when code_hash = ? then 'PROVEN' else state end
            where id = ? and purpose = 'SIGN_UP' and state = 'OPEN' and attempts < 5 and expires_at > ? returning state, attempts""";
            Variant one = new Variant(
                    "one statement",
                    number -> lab.newcomers("hand", "OPEN", number).stream()
                            .map(n -> {
                                String hash = n.codeHash();
                                return (Variant.Call) () -> {
                                    if (!hand.ask(sql, hash, n.proof(), Newcomer.NOW)
                                            .equals("PROVEN")) throw new IllegalStateException();
                                };
                            })
                            .toList());
            Timings t2 = new Interleaved(calls, reps).run(List.of(ours2, one));
            t2.nanos()
                    .keySet()
                    .forEach(k -> System.out.println(
                            k + " " + t2.micros(k, 50) + " us; badgr's speed: " + t2.speed("badgr", k)));
        }
        System.exit(0);
    }
}
