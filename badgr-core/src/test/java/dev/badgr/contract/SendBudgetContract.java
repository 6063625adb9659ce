package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Rate;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.ChallengeStore#issue} about what may be sent how often. */
public abstract class SendBudgetContract extends StorageContractBase {
    private static final CodeRules RULES = CodeRules.standard();
    private static final Instant START = Times.NOW;

    private final SendBudget perAddress = new SendBudget("address:" + Some.word(), RULES.sendsPerAddress());

    @Test
    void aSecondWithinAMinuteIsRefusedUntilTheMinuteIsOver() {
        assertSentAt(Duration.ZERO);
        assertRefusedAt(Duration.ofMillis(1), Duration.ofSeconds(60));
        assertRefusedAt(Duration.ofMillis(59_999), Duration.ofSeconds(60));
    }

    @Test
    void aMinuteLaterExactlyItIsSent() {
        assertSentAt(Duration.ZERO);
        assertSentAt(Duration.ofSeconds(60));
    }

    @Test
    void aRefusalSpendsNothing() {
        assertSentAt(Duration.ZERO);
        assertRefusedAt(Duration.ofSeconds(59), Duration.ofSeconds(60));
        assertSentAt(Duration.ofSeconds(60));
    }

    @Test
    void fiveAreSentInAnyHour() {
        for (int minute = 0; minute <= 8; minute += 2) {
            assertSentAt(Duration.ofMinutes(minute));
        }
        assertRefusedAt(Duration.ofMinutes(10), Duration.ofMinutes(60));
        assertRefusedAt(Duration.ofMinutes(60).minusMillis(1), Duration.ofMinutes(60));
        assertSentAt(Duration.ofMinutes(60));
        assertRefusedAt(Duration.ofMinutes(61), Duration.ofMinutes(62));
        assertSentAt(Duration.ofMinutes(62));
    }

    @Test
    void tenAreSentInAnyDay() {
        for (int i = 0; i < 10; i++) {
            assertSentAt(Duration.ofMinutes(13L * i));
        }
        Duration day = Duration.ofDays(1);
        assertRefusedAt(Duration.ofMinutes(190), day);
        assertRefusedAt(day.minusMillis(1), day);
        assertSentAt(day);
        assertRefusedAt(day.plusMinutes(12), day.plusMinutes(13));
        assertSentAt(day.plusMinutes(13));
    }

    @Test
    void aRefusedChallengeIsNotStored() {
        assertSentAt(Duration.ZERO);
        BoundChallenge refused = aChallenge().build();
        assertThat(issue(refused, Optional.empty(), START, perAddress)).isPresent();
        assertThat(stores().challenges().byId(refused.challenge().id())).isEmpty();
    }

    @Test
    void aRefusedChallengeReplacesNothing() {
        BoundChallenge first = aChallenge().build();
        assertThat(issue(first, Optional.empty(), START, perAddress)).isEmpty();
        assertThat(issue(aChallenge().build(), Optional.of(first), START, perAddress))
                .isPresent();
        assertThat(stores().challenges()
                        .judge(aRightGuessAt(first).build(), RULES)
                        .verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void theLongestBlockOfAllBudgetsCounts() {
        SendBudget perClient = new SendBudget("client:" + Some.word(), List.of(new Rate(1, Duration.ofHours(1))));
        assertThat(issueAt(START, perAddress, perClient)).isEmpty();
        assertThat(issueAt(START.plusSeconds(30), perAddress, perClient)).contains(START.plus(Duration.ofHours(1)));
    }

    @Test
    void aBudgetThatAllowsIsNotSpentWhenAnotherRefuses() {
        SendBudget perClient = new SendBudget("client:" + Some.word(), List.of(new Rate(1, Duration.ofHours(1))));
        assertSentAt(Duration.ZERO);
        assertThat(issueAt(START.plusSeconds(30), perClient, perAddress)).contains(START.plusSeconds(60));
        assertThat(issueAt(START.plusSeconds(30), perClient)).isEmpty();
    }

    @Test
    void whatSendsNothingIsNotLimited() {
        for (int i = 0; i < 30; i++) {
            assertThat(issueAt(START)).isEmpty();
        }
    }

    @Test
    void oneOfManyAtOnceIsSent() {
        List<Optional<Instant>> outcomes = Race.of(CROWD, i -> issueAt(START, perAddress));
        assertThat(outcomes).containsOnlyOnce(Optional.empty());
        assertThat(outcomes).filteredOn(Optional::isPresent).containsOnly(Optional.of(START.plusSeconds(60)));
    }

    @Test
    void twentyOfManyAtOnceFromOneClientAreSent() {
        SendBudget perClient = new SendBudget("client:" + Some.word(), RULES.signUpsPerClient());
        List<Optional<Instant>> outcomes = Race.of(CROWD, i -> {
            SendBudget own = new SendBudget("address:" + Some.word(), RULES.sendsPerAddress());
            return issueAt(START, own, perClient);
        });
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(20);
    }

    private void assertSentAt(Duration sinceStart) {
        assertThat(issueAt(START.plus(sinceStart), perAddress)).isEmpty();
    }

    private void assertRefusedAt(Duration sinceStart, Duration until) {
        assertThat(issueAt(START.plus(sinceStart), perAddress)).contains(START.plus(until));
    }

    private Optional<Instant> issueAt(Instant now, SendBudget... budgets) {
        return issue(aChallenge().at(now).build(), Optional.empty(), now, budgets);
    }

    private Optional<Instant> issue(
            BoundChallenge challenge, Optional<BoundChallenge> replaces, Instant now, SendBudget... budgets) {
        return stores().challenges()
                .issue(
                        challenge,
                        List.of(budgets),
                        replaces.map(old -> old.challenge().id()),
                        RULES,
                        now);
    }
}
