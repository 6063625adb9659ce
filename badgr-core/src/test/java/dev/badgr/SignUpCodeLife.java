package dev.badgr;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Rate;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.memory.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody plays with the codes for one address, beside a model that says in a few lines what must come out. */
final class SignUpCodeLife {
    private static final int WRONG_A_DAY = 8;
    private static final List<Rate> SENDS = List.of(
            new Rate(1, Duration.ofMinutes(1)), new Rate(5, Duration.ofHours(1)), new Rate(10, Duration.ofDays(1)));

    /** What the model knows of one code. */
    private static final class Sent {
        final ChallengeId id;
        final String code;
        final Instant at;
        int attempts;
        boolean proven;
        boolean replaced;

        Sent(ChallengeId id, String code, Instant at) {
            this.id = id;
            this.code = code;
            this.at = at;
        }
    }

    private final TestApp app = TestApp.on(
            new InMemoryStorage(),
            builder -> builder.limits(Limits.standard().with(Rules.wrongGuesses(WRONG_A_DAY, 1000, 1000))));
    private final EmailAddress mia = Some.address();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Instant> sends = new ArrayList<>();
    private int wrong;
    private Instant wrongSince = Instant.MIN;

    void passes(Duration time) {
        app.passes(time);
    }

    void begins() {
        check(app.badgr().signUps().begin(email(mia), newClient()), expectedSend());
    }

    void resends(int which) {
        if (!sent.isEmpty()) {
            Sent old = sent.get(which % sent.size());
            String expected = old.proven ? "USED" : old.replaced ? "REPLACED" : expectedSend();
            if (check(app.badgr().signUps().resend(old.id, newClient()), expected)) {
                old.replaced = true;
            }
        }
    }

    void guesses(int which, boolean right) {
        if (!sent.isEmpty()) {
            Sent challenge = sent.get(which % sent.size());
            String typed = right ? challenge.code : TestApp.otherThan(challenge.code);
            String expected = expectedGuess(challenge, right);
            assertThat(word(app.badgr().signUps().confirm(challenge.id, code(typed), newClient())))
                    .isEqualTo(expected);
            if (expected.equals("done") || expected.startsWith("WrongCode")) {
                challenge.attempts++;
                challenge.proven = right;
                wrong += right ? 0 : 1;
            }
        }
    }

    /** By the rules, in the order in which they are asked. */
    private String expectedGuess(Sent challenge, boolean right) {
        if (challenge.proven) {
            return "USED";
        } else if (challenge.replaced) {
            return "REPLACED";
        } else if (challenge.attempts >= 5) {
            return "EXHAUSTED";
        } else if (!app.now().isBefore(challenge.at.plus(Duration.ofMinutes(10)))) {
            return "EXPIRED";
        } else if (wrongToday() >= WRONG_A_DAY) {
            return "TryLater";
        }
        if (!right && wrong == 0) {
            wrongSince = app.now();
        }
        return right ? "done" : "WrongCode " + (4 - challenge.attempts);
    }

    private String expectedSend() {
        boolean tooOften = SENDS.stream()
                .anyMatch(rate -> sends.stream()
                                .filter(t -> t.isAfter(app.now().minus(rate.window())))
                                .count()
                        >= rate.max());
        return tooOften || wrongToday() >= WRONG_A_DAY ? "TryLater" : "done";
    }

    /** The window of wrong guesses begins with the first; after a day there is a new one. */
    private int wrongToday() {
        if (wrong > 0 && !app.now().isBefore(wrongSince.plus(Duration.ofDays(1)))) {
            wrong = 0;
        }
        return wrong;
    }

    private boolean check(Result<CodeSent> result, String expected) {
        assertThat(word(result)).isEqualTo(expected);
        Optional<CodeSent> done = result.fold(Optional::of, refusal -> Optional.empty());
        done.ifPresent(answer -> {
            sent.add(new Sent(answer.challenge(), app.codeTo(mia), app.now()));
            sends.add(app.now());
        });
        return done.isPresent();
    }

    private static String word(Result<?> result) {
        return result.fold(done -> "done", refusal -> {
            if (refusal instanceof Refusal.WrongCode wrongCode) {
                return "WrongCode " + wrongCode.attemptsLeft();
            }
            return refusal instanceof Refusal.CodeUnusable unusable
                    ? unusable.reason().name()
                    : refusal.getClass().getSimpleName();
        });
    }
}
