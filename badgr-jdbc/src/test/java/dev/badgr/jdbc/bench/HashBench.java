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
import dev.badgr.port.PasswordHasher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** P9: all that a sign-up does at its end, with the hash of the password, beside that hash alone. */
final class HashBench {
    private HashBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open()) {
            Counting hasher = new Counting(new Argon2idHasher(), new AtomicInteger());
            TestApp app = TestApp.on(lab.storage(), builder -> builder.passwordHasher(hasher));
            Password password = new Password(Forms.PASSWORD);
            Timings times = scale.slow()
                    .run(List.of(
                            Variant.of(
                                    "hash",
                                    () -> Hand.require(hasher.hash(password).isPresent())),
                            lab.newcomers(
                                    "sign-up",
                                    Lab.OURS,
                                    "PROVEN",
                                    n -> complete(app, n).orElseThrow())));
            hasher.hashes().set(0);
            wrongCodes(lab, app);
            return List.of(
                    Finding.atMost(
                            1.03,
                            "P9",
                            "sign up with Argon2id, beside the hash alone",
                            times.cost("sign-up", "hash", 50)),
                    Finding.counted(
                            "P9",
                            "hashes for five wrong codes",
                            0,
                            hasher.hashes().get()));
        }
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
