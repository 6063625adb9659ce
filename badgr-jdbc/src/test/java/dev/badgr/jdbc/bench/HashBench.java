package dev.badgr.jdbc.bench;

import static dev.badgr.fixture.Forms.profile;

import dev.badgr.Argon2idHasher;
import dev.badgr.CodeForm;
import dev.badgr.Result;
import dev.badgr.Welcome;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.PasswordHasher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** P9: a sign-up with the hash of the password, beside that hash alone. */
final class HashBench {
    private static final int WARM = 2000;

    private HashBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open()) {
            Counting hasher = new Counting(new Argon2idHasher(), new AtomicInteger());
            TestApp app = TestApp.on(lab.storage(), builder -> builder.passwordHasher(hasher));
            AccountStore store = lab.storage().stores().accounts();
            Password password = new Password(Forms.PASSWORD);
            warm(lab);
            Variant hash = Variant.of("hash", () -> hash(hasher, password));
            Timings stored = scale.fine().run(List.of(hash, lab.newcomers("store", Lab.OURS, "PROVEN", n -> {
                hash(hasher, password);
                Hand.require(store.create(n.wanted()) == Creation.CREATED);
            })));
            Timings completed = scale.slow()
                    .run(List.of(
                            hash,
                            lab.newcomers(
                                    "verb",
                                    Lab.OURS,
                                    "PROVEN",
                                    n -> complete(app, n).orElseThrow())));
            hasher.hashes().set(0);
            wrongCodes(lab, app);
            return List.of(
                    Finding.atMost(
                            1.03,
                            "P9",
                            "hash with Argon2id and store a sign-up, beside the hash alone",
                            stored.cost("store", "hash", 50)),
                    Finding.seen(
                            "P9",
                            "the same by the verb, which also judges the password and shows the Backpack",
                            completed.cost("verb", "hash", 50)),
                    Finding.counted(
                            "P9",
                            "hashes for five wrong codes",
                            0,
                            hasher.hashes().get()));
        }
    }

    /** With so few calls as hashes allow, what is beside them would still be interpreted. */
    private static void warm(Lab lab) throws Exception {
        TestApp app = TestApp.on(lab.storage());
        Variant quick =
                lab.newcomers("quick", Lab.OURS, "PROVEN", n -> complete(app, n).orElseThrow());
        for (Variant.Call call : quick.preparation().calls(WARM)) {
            call.run();
        }
    }

    private static void hash(PasswordHasher hasher, Password password) {
        Hand.require(hasher.hash(password).isPresent());
    }

    private static Result<Welcome> complete(TestApp app, Newcomer n) {
        return app.badgr().signUps().complete(n.challenge(), profile(Newcomer.TERMS), TestApp.newClient());
    }

    private static void wrongCodes(Lab lab, TestApp app) throws Exception {
        Variant wrong = lab.newcomers("wrong", Lab.OURS, "OPEN", n -> {
            CodeForm code = new CodeForm(TestApp.otherThan(Newcomer.CODE));
            Hand.require(!app.badgr()
                    .signUps()
                    .confirm(n.challenge(), code, TestApp.newClient())
                    .isSuccess());
            Hand.require(!complete(app, n).isSuccess());
        });
        for (Variant.Call call : wrong.preparation().calls(5)) {
            call.run();
        }
    }

    private record Counting(PasswordHasher hasher, AtomicInteger hashes) implements PasswordHasher {
        @Override
        public Optional<PasswordHash> hash(Password password) {
            hashes.incrementAndGet();
            return hasher.hash(password);
        }

        @Override
        public Optional<Boolean> matches(Password password, Optional<PasswordHash> stored) {
            hashes.incrementAndGet();
            return hasher.matches(password, stored);
        }

        @Override
        public boolean isOutdated(PasswordHash stored) {
            return hasher.isOutdated(stored);
        }
    }
}
