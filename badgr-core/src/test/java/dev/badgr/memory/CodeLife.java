package dev.badgr.memory;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codes that one person asks for and types, told twice: by the store, and by a few numbers and flags that the rules are
 * enough to write. Each step compares the two.
 */
final class CodeLife {
    /** What the rules say of one code, in plain fields. */
    private static final class Told {
        private final BoundChallenge issued;
        private final String code;
        private int guesses;
        private boolean proven;
        private boolean spent;
        private boolean replaced;

        Told(BoundChallenge issued, String code) {
            this.issued = issued;
            this.code = code;
        }
    }

    private final ChallengeStore store = new InMemoryStorage().stores().challenges();
    private final CodeRules rules;
    private final EmailAddress address = Some.address();
    private final ClientKey client = Some.client();
    private final List<Told> codes = new ArrayList<>();
    private Instant now = Times.NOW;
    private int wrong;
    private Instant firstWrong = Instant.MIN;

    CodeLife(CodeRules rules) {
        this.rules = rules;
        issue(Optional.empty());
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Another code in place of the latest; none while the day's wrong guesses are used up. */
    void resend() {
        Told latest = codes.get(codes.size() - 1);
        if (issue(Optional.of(latest)) && !latest.proven) {
            latest.replaced = true;
        }
    }

    void guessRight(int which) {
        Told told = told(which);
        Verdict expected = verdict(told);
        if (expected == Verdict.RIGHT) {
            told.guesses++;
            told.proven = true;
        }
        assertThat(judged(told, told.code)).isEqualTo(expected);
    }

    void guessWrong(int which) {
        Told told = told(which);
        Verdict expected = verdict(told);
        if (expected == Verdict.RIGHT) {
            expected = Verdict.WRONG;
            told.guesses++;
            countWrong();
        }
        assertThat(judged(told, "999999")).isEqualTo(expected);
    }

    /** The right code for something else than it was sent for. */
    void misuse(int which) {
        Told told = told(which);
        Judgement judgement = store.judge(
                aGuessAt(told.issued, told.code)
                        .to(Purpose.RECOVERY)
                        .from(client)
                        .at(now)
                        .build(),
                rules);
        assertThat(judgement).isEqualTo(new Judgement(Verdict.UNKNOWN, Optional.empty()));
    }

    void spend(int which) {
        Told told = told(which);
        Instant sent = told.issued.challenge().createdAt();
        boolean counts = told.proven
                && !told.spent
                && now.isBefore(sent.plus(rules.validFor()).plus(rules.provenFor()));
        told.spent |= counts;
        assertThat(store.spend(told.issued.challenge().id(), Purpose.SIGN_UP, rules.provenSince(now)))
                .isEqualTo(counts);
    }

    void spendForSomethingElse(int which) {
        Instant since = rules.provenSince(now);
        assertThat(store.spend(told(which).issued.challenge().id(), Purpose.RECOVERY, since))
                .isFalse();
    }

    /** What is stored is what is told, after each step and for all codes. */
    void requireAgreement() {
        for (Told told : codes) {
            Challenge stored =
                    store.byId(told.issued.challenge().id()).orElseThrow().challenge();
            assertThat(stored.attempts()).isEqualTo(told.guesses).isBetween(0, rules.attempts());
            assertThat(stored.state()).isEqualTo(state(told));
        }
        assertThat(codes.stream().filter(told -> !told.replaced && !told.proven))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** A word for how far it came, to see that the lives that were tried are various. */
    String summary() {
        if (isBudgetSpent()) {
            return "budget spent";
        }
        Told latest = codes.get(codes.size() - 1);
        return latest.guesses >= rules.attempts() && !latest.proven
                ? "exhausted"
                : state(latest).name();
    }

    /** What a right guess comes to now. */
    private Verdict verdict(Told told) {
        if (told.replaced) {
            return Verdict.REPLACED;
        } else if (told.proven) {
            return Verdict.USED;
        } else if (told.guesses == rules.attempts()) {
            return Verdict.EXHAUSTED;
        } else if (!now.isBefore(told.issued.challenge().createdAt().plus(rules.validFor()))) {
            return Verdict.EXPIRED;
        }
        return isBudgetSpent() ? Verdict.BUDGET_SPENT : Verdict.RIGHT;
    }

    private static Challenge.State state(Told told) {
        if (told.replaced) {
            return Challenge.State.REPLACED;
        } else if (told.spent) {
            return Challenge.State.SPENT;
        }
        return told.proven ? Challenge.State.PROVEN : Challenge.State.OPEN;
    }

    private boolean issue(Optional<Told> instead) {
        String code = "%06d".formatted(codes.size());
        BoundChallenge next =
                aChallenge().openFor(address).withCode(code).at(now).build();
        Optional<Instant> blocked = store.issue(
                next, List.of(), instead.map(told -> told.issued.challenge().id()), rules, now);
        assertThat(blocked.isPresent()).isEqualTo(isBudgetSpent());
        if (blocked.isPresent()) {
            assertThat(blocked).contains(firstWrong.plus(rules.day()));
            return false;
        }
        return codes.add(new Told(next, code));
    }

    private Verdict judged(Told told, String typed) {
        return store.judge(aGuessAt(told.issued, typed).from(client).at(now).build(), rules)
                .verdict();
    }

    private void countWrong() {
        if (!now.isBefore(firstWrong.plus(rules.day()))) {
            firstWrong = now;
            wrong = 0;
        }
        wrong++;
    }

    private boolean isBudgetSpent() {
        return wrong >= rules.wrongPerAddress() && now.isBefore(firstWrong.plus(rules.day()));
    }

    private Told told(int which) {
        return codes.get(Math.floorMod(which, codes.size()));
    }
}
