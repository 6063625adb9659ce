package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.ChallengeStore} about wrong guesses: for an address, from a client and in all. */
public abstract class WrongGuessContract extends StorageContractBase {
    private static final int MANY = 1_000_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant START = Times.NOW;

    private final EmailAddress address = Some.address();
    private final ClientKey client = Some.client();

    @Test
    void wrongGuessesForAnAddressRefuseARightOne() {
        CodeRules rules = Rules.wrongGuesses(3, MANY, MANY);
        BoundChallenge next = openAt(START);
        guessWrong(openAt(START), 2, rules);
        guessWrong(openAt(START), 1, rules);
        Judgement refused = judged(aRightGuessAt(next), rules);
        assertThat(refused).isEqualTo(new Judgement(Verdict.BUDGET_SPENT, Optional.of(next)));
        assertThat(stores().challenges().byId(next.challenge().id())).contains(next);
    }

    @Test
    void theBudgetOfAnAddressIsFiftyADay() {
        CodeRules rules = CodeRules.standard();
        BoundChallenge next = openAt(START);
        List<BoundChallenge> ten =
                Stream.generate(() -> openAt(START)).limit(10).toList();
        ten.forEach(bound -> guessWrong(bound, 5, rules));
        assertThat(judged(aRightGuessAt(next), rules).verdict()).isEqualTo(Verdict.BUDGET_SPENT);
    }

    @Test
    void anotherSpellingOfTheAddressHasNoBudgetOfItsOwn() {
        CodeRules rules = Rules.wrongGuesses(1, MANY, MANY);
        EmailAddress loud = EmailAddress.parse("MIA" + address.text().substring(3));
        BoundChallenge next = issued(aChallenge().openFor(loud).build());
        guessWrong(openAt(START), 1, rules);
        assertThat(judged(aRightGuessAt(next), rules).verdict()).isEqualTo(Verdict.BUDGET_SPENT);
    }

    @Test
    void rightGuessesCostNoBudget() {
        CodeRules rules = Rules.wrongGuesses(1, 1, MANY);
        for (int i = 0; i < 3; i++) {
            assertThat(judged(aRightGuessAt(openAt(START)).from(client), rules).verdict())
                    .isEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void theDayOfAnAddressBeginsWithItsFirstWrongGuess() {
        CodeRules rules = Rules.wrongGuesses(2, MANY, MANY);
        BoundChallenge before = openAt(START.plus(DAY).minusSeconds(60));
        BoundChallenge after = openAt(START.plus(DAY).minusSeconds(60));
        BoundChallenge late = openAt(START.plus(DAY).minusSeconds(90));
        assertThat(judged(aWrongGuessAt(openAt(START)), rules).verdict()).isEqualTo(Verdict.WRONG);
        Instant end = START.plus(DAY);
        assertThat(judged(aWrongGuessAt(late).at(end.minusMillis(2)), rules).verdict())
                .isEqualTo(Verdict.WRONG);
        assertThat(judged(aRightGuessAt(before).at(end.minusMillis(1)), rules).verdict())
                .isEqualTo(Verdict.BUDGET_SPENT);
        assertThat(judged(aRightGuessAt(after).at(end), rules).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void anotherDayBeginsWithTheFirstWrongGuessAfterIt() {
        CodeRules rules = Rules.wrongGuesses(1, MANY, MANY);
        Instant second = START.plus(DAY).plusSeconds(30);
        BoundChallenge tomorrow = openAt(second);
        BoundChallenge next = openAt(second);
        guessWrong(openAt(START), 1, rules);
        guessWrong(tomorrow, 1, rules);
        assertThat(judged(aRightGuessAt(next), rules).verdict()).isEqualTo(Verdict.BUDGET_SPENT);
        assertThat(issueAt(second, rules)).contains(second.plus(DAY));
    }

    @Test
    void anAddressWithoutWrongGuessesLeftIsSentNothingUntilItsDayEnds() {
        CodeRules rules = Rules.wrongGuesses(1, MANY, MANY);
        guessWrong(openAt(START), 1, rules);
        Instant end = START.plus(DAY);
        assertThat(issueAt(START.plusSeconds(1), rules)).contains(end);
        assertThat(issueAt(end.minusMillis(1), rules)).contains(end);
        assertThat(issueAt(end, rules)).isEmpty();
    }

    @Test
    void anotherCodeRefillsNoBudget() {
        CodeRules rules = Rules.wrongGuesses(3, MANY, MANY);
        guessWrong(openAt(START), 2, rules);
        BoundChallenge second = openAt(START);
        guessWrong(second, 1, rules);
        assertThat(judged(aRightGuessAt(second), rules).verdict()).isEqualTo(Verdict.BUDGET_SPENT);
    }

    @Test
    void wrongGuessesFromAClientRefuseARightOneForAnyAddress() {
        CodeRules rules = Rules.wrongGuesses(50, 2, MANY);
        for (int i = 0; i < 2; i++) {
            BoundChallenge other = issued(aChallenge().build());
            assertThat(judged(aWrongGuessAt(other).from(client), rules).verdict())
                    .isEqualTo(Verdict.WRONG);
        }
        BoundChallenge bound = openAt(START);
        assertThat(judged(aRightGuessAt(bound).from(client), rules).verdict()).isEqualTo(Verdict.BUDGET_SPENT);
        assertThat(judged(aRightGuessAt(bound).from(Some.client()), rules).verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void theHourOfAClientBeginsWithItsFirstWrongGuess() {
        CodeRules rules = Rules.wrongGuesses(50, 1, MANY);
        Instant end = START.plus(HOUR);
        BoundChallenge late = openAt(end.minusSeconds(60));
        assertThat(judged(aWrongGuessAt(openAt(START)).from(client), rules).verdict())
                .isEqualTo(Verdict.WRONG);
        assertThat(judged(aRightGuessAt(late).from(client).at(end.minusMillis(1)), rules)
                        .verdict())
                .isEqualTo(Verdict.BUDGET_SPENT);
        assertThat(judged(aRightGuessAt(late).from(client).at(end), rules).verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void whatIsKnownOfTheChallengeIsSaidBeforeTheBudget() {
        CodeRules rules = Rules.wrongGuesses(6, MANY, MANY);
        BoundChallenge used = openAt(START);
        BoundChallenge exhausted = openAt(START);
        BoundChallenge expired = openAt(START.minusSeconds(600));
        judged(aRightGuessAt(used), rules);
        guessWrong(exhausted, 5, rules);
        guessWrong(openAt(START), 1, rules);
        assertThat(judged(aRightGuessAt(used), rules).verdict()).isEqualTo(Verdict.USED);
        assertThat(judged(aRightGuessAt(exhausted), rules).verdict()).isEqualTo(Verdict.EXHAUSTED);
        assertThat(judged(aRightGuessAt(expired).at(START), rules).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void aGuessThatIsNotJudgedCostsNoBudget() {
        CodeRules rules = Rules.wrongGuesses(6, 6, MANY);
        BoundChallenge exhausted = openAt(START);
        BoundChallenge next = openAt(START);
        for (int i = 0; i < 20; i++) {
            judged(aWrongGuessAt(exhausted).from(client), rules);
        }
        assertThat(judged(aRightGuessAt(next).from(client), rules).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void tooManyWrongGuessesInAllAreAnAttackUntilTheirDayEnds() {
        CodeRules rules = Rules.wrongGuesses(50, MANY, 3);
        Instant start = Times.laterThanEver();
        BoundChallenge target = issued(aChallenge().at(start).build());
        assertThat(stores().challenges().isUnderAttack(rules, start)).isFalse();
        guessWrong(target, 2, rules);
        assertThat(stores().challenges().isUnderAttack(rules, start)).isFalse();
        guessWrong(target, 1, rules);
        assertThat(stores().challenges().isUnderAttack(rules, start)).isTrue();
        assertThat(stores().challenges().isUnderAttack(rules, start.plus(DAY).minusMillis(1)))
                .isTrue();
        assertThat(stores().challenges().isUnderAttack(rules, start.plus(DAY))).isFalse();
    }

    @Test
    void noWrongGuessIsLostInACrowd() {
        CodeRules rules = Rules.wrongGuesses(50, CROWD, MANY);
        List<BoundChallenge> targets =
                Stream.generate(() -> issued(aChallenge().build())).limit(CROWD).toList();
        List<Verdict> verdicts = Race.of(
                CROWD,
                i -> judged(aWrongGuessAt(targets.get(i)).from(client), rules).verdict());
        assertThat(verdicts).containsOnly(Verdict.WRONG);
        assertThat(judged(aRightGuessAt(openAt(START)).from(client), rules).verdict())
                .isEqualTo(Verdict.BUDGET_SPENT);
    }

    /** Stored before any guess was wrong, whenever its code is valid: no challenge is issued once the budget is spent. */
    private BoundChallenge openAt(Instant createdAt) {
        BoundChallenge bound = aChallenge().openFor(address).at(createdAt).build();
        assertThat(stores().challenges().issue(bound, List.of(), Optional.empty(), CodeRules.standard(), START))
                .isEmpty();
        return bound;
    }

    private Optional<Instant> issueAt(Instant now, CodeRules rules) {
        BoundChallenge bound = aChallenge().openFor(address).at(now).build();
        return stores().challenges().issue(bound, List.of(), Optional.empty(), rules, now);
    }

    private Judgement judged(GuessFixture guess, CodeRules rules) {
        return stores().challenges().judge(guess.build(), rules);
    }

    private void guessWrong(BoundChallenge bound, int times, CodeRules rules) {
        for (int i = 0; i < times; i++) {
            assertThat(judged(aWrongGuessAt(bound), rules).verdict()).isEqualTo(Verdict.WRONG);
        }
    }
}
