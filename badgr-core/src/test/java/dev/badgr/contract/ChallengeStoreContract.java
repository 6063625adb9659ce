package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge.State;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.Rate;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link ChallengeStore} about one challenge: how it is judged and replaced. The contracts {@link
 * ProofSpendingContract}, {@link SendBudgetContract}, {@link WrongGuessContract} and {@link EmailProofContract} have the rest.
 */
public abstract class ChallengeStoreContract extends StorageContractBase {
    private static final CodeRules RULES = CodeRules.standard();

    @Test
    void aChallengeIsFoundAsItWasIssued() {
        EmailAddress typed = EmailAddress.parse("Mia." + Some.word() + "@Schule.münchen.example");
        BoundChallenge bound = issued(aChallenge()
                .openFor(typed)
                .by(accountAt(Some.address()).id())
                .linking(Some.identity())
                .build());
        assertThat(found(bound)).isEqualTo(bound);
    }

    @Test
    void aProvenChallengeIsFoundAsItWasIssued() {
        BoundChallenge bound = issued(aChallenge().provenFor(Some.address()).build());
        assertThat(found(bound)).isEqualTo(bound);
    }

    @Test
    void aChallengeForAnAccountThatIsGoneIsNotStoredAndSpendsNothing() {
        SendBudget once = new SendBudget("once:" + Some.word(), List.of(new Rate(1, Duration.ofHours(1))));
        BoundChallenge never = aChallenge().by(Some.accountId()).build();
        assertThat(issue(never, once)).isEmpty();
        assertThat(challenges().byId(never.challenge().id())).isEmpty();
        assertThat(issue(aChallenge().build(), once)).isEmpty();
        assertThat(issue(aChallenge().build(), once)).isPresent();
    }

    @Test
    void anUnknownIdFindsNothing() {
        assertThat(challenges().byId(ChallengeId.random(Some.random()))).isEmpty();
    }

    @Test
    void anUnknownIdIsJudgedUnknown() {
        BoundChallenge never = aChallenge().build();
        assertThat(judged(aRightGuessAt(never))).isEqualTo(new Judgement(Verdict.UNKNOWN, Optional.empty()));
    }

    @Test
    void aRightGuessProves() {
        BoundChallenge bound = issued(aChallenge().build());
        Judgement judgement = judged(aRightGuessAt(bound));
        assertThat(judgement.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judgement.challenge()).contains(found(bound));
        assertThat(found(bound).challenge().state()).isEqualTo(State.PROVEN);
        assertThat(found(bound).challenge().attempts()).isEqualTo(1);
    }

    @Test
    void aWrongGuessIsCounted() {
        BoundChallenge bound = issued(aChallenge().build());
        Judgement judgement = judged(aWrongGuessAt(bound));
        assertThat(judgement.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(judgement.challenge()).contains(found(bound));
        assertThat(found(bound).challenge().state()).isEqualTo(State.OPEN);
        assertThat(found(bound).challenge().attempts()).isEqualTo(1);
    }

    @Test
    void aCodeIsRightOnlyOnce() {
        BoundChallenge bound = issued(aChallenge().build());
        judged(aRightGuessAt(bound));
        assertThat(judged(aRightGuessAt(bound)).verdict()).isEqualTo(Verdict.USED);
        assertThat(judged(aWrongGuessAt(bound)).verdict()).isEqualTo(Verdict.USED);
        assertThat(found(bound).challenge().attempts()).isEqualTo(1);
    }

    @Test
    void theFifthGuessMayBeRight() {
        BoundChallenge bound = issued(aChallenge().build());
        guessWrong(bound, 4);
        assertThat(judged(aRightGuessAt(bound)).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void fiveWrongGuessesExhaustIt() {
        BoundChallenge bound = issued(aChallenge().build());
        guessWrong(bound, 5);
        Judgement sixth = judged(aRightGuessAt(bound));
        assertThat(sixth.verdict()).isEqualTo(Verdict.EXHAUSTED);
        assertThat(sixth.challenge()).contains(found(bound));
        assertThat(found(bound).challenge().attempts()).isEqualTo(5);
    }

    @Test
    void aCodeIsRightUntilTheLastMillisecond() {
        BoundChallenge bound = issued(aChallenge().build());
        Instant last = bound.challenge().expiresAt().minusMillis(1);
        assertThat(judged(aRightGuessAt(bound).at(last)).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aCodeExpiresExactlyAtItsInstantAndIsNotCounted() {
        BoundChallenge bound = issued(aChallenge().build());
        Judgement late = judged(aRightGuessAt(bound).at(bound.challenge().expiresAt()));
        assertThat(late).isEqualTo(new Judgement(Verdict.EXPIRED, Optional.of(bound)));
        assertThat(found(bound)).isEqualTo(bound);
    }

    @Test
    void exhaustedIsSaidBeforeExpired() {
        BoundChallenge bound = issued(aChallenge().build());
        guessWrong(bound, 5);
        Instant late = bound.challenge().expiresAt();
        assertThat(judged(aRightGuessAt(bound).at(late)).verdict()).isEqualTo(Verdict.EXHAUSTED);
    }

    @Test
    void usedIsSaidBeforeExpired() {
        BoundChallenge bound = issued(aChallenge().build());
        judged(aRightGuessAt(bound));
        Instant late = bound.challenge().expiresAt();
        assertThat(judged(aRightGuessAt(bound).at(late)).verdict()).isEqualTo(Verdict.USED);
    }

    @Test
    void aGuessForAnotherPurposeIsUnknownAndNotCounted() {
        BoundChallenge bound = issued(aChallenge().to(Purpose.SIGN_UP).build());
        assertUnknown(bound, aRightGuessAt(bound).to(Purpose.RECOVERY));
    }

    @Test
    void aGuessForAnotherAccountIsUnknownAndNotCounted() {
        BoundChallenge bound = issued(aChallenge()
                .to(Purpose.RECOVERY)
                .by(accountAt(Some.address()).id())
                .build());
        assertUnknown(bound, aRightGuessAt(bound).by(Some.accountId()));
    }

    @Test
    void aGuessForAnAccountAtAChallengeForNoneIsUnknownAndNotCounted() {
        BoundChallenge bound = issued(aChallenge().build());
        assertUnknown(bound, aRightGuessAt(bound).by(Some.accountId()));
    }

    @Test
    void aGuessForNoAccountInParticularIsJudged() {
        BoundChallenge bound = issued(aChallenge()
                .to(Purpose.RECOVERY)
                .by(accountAt(Some.address()).id())
                .build());
        assertThat(judged(aRightGuessAt(bound).byAnybody()).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aNewChallengePutsAnEndToTheOneThatItReplaces() {
        BoundChallenge first = issued(aChallenge().build());
        BoundChallenge second = replace(first);
        assertThat(judged(aRightGuessAt(first)).verdict()).isEqualTo(Verdict.REPLACED);
        assertThat(found(first).challenge()).isEqualTo(first.challenge().in(State.REPLACED));
        assertThat(judged(aRightGuessAt(second)).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aChallengeThatWasProvenIsNotReplaced() {
        BoundChallenge first = issued(aChallenge().build());
        judged(aRightGuessAt(first));
        replace(first);
        assertThat(found(first).challenge().state()).isEqualTo(State.PROVEN);
    }

    @Test
    void replacingKeepsTheCountOfAttempts() {
        BoundChallenge first = issued(aChallenge().build());
        guessWrong(first, 3);
        replace(first);
        assertThat(found(first).challenge().attempts()).isEqualTo(3);
    }

    @Test
    void ofManyRightGuessesAtOnceOneIsRight() {
        BoundChallenge bound = issued(aChallenge().build());
        List<Verdict> verdicts =
                Race.of(CROWD, i -> judged(aRightGuessAt(bound)).verdict());
        assertThat(verdicts).containsOnly(Verdict.RIGHT, Verdict.USED).containsOnlyOnce(Verdict.RIGHT);
        assertThat(found(bound).challenge().attempts()).isEqualTo(1);
    }

    @Test
    void ofManyWrongGuessesAtOnceFiveAreJudged() {
        BoundChallenge bound = issued(aChallenge().build());
        List<Verdict> verdicts =
                Race.of(CROWD, i -> judged(aWrongGuessAt(bound)).verdict());
        assertThat(verdicts).containsOnly(Verdict.WRONG, Verdict.EXHAUSTED);
        assertThat(verdicts).filteredOn(Verdict.WRONG::equals).hasSize(5);
        assertThat(judged(aRightGuessAt(bound)).verdict()).isEqualTo(Verdict.EXHAUSTED);
    }

    private ChallengeStore challenges() {
        return stores().challenges();
    }

    private BoundChallenge found(BoundChallenge bound) {
        return challenges().byId(bound.challenge().id()).orElseThrow();
    }

    private Judgement judged(GuessFixture guess) {
        Guess built = guess.build();
        return challenges().judge(built, RULES);
    }

    private void guessWrong(BoundChallenge bound, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(judged(aWrongGuessAt(bound)).verdict()).isEqualTo(Verdict.WRONG);
        }
    }

    private void assertUnknown(BoundChallenge bound, GuessFixture guess) {
        assertThat(judged(guess)).isEqualTo(new Judgement(Verdict.UNKNOWN, Optional.empty()));
        assertThat(found(bound)).isEqualTo(bound);
    }

    private BoundChallenge replace(BoundChallenge old) {
        BoundChallenge next = aChallenge().openFor(old.challenge().address()).build();
        Optional<ChallengeId> replaces = Optional.of(old.challenge().id());
        assertThat(challenges().issue(next, List.of(), replaces, RULES, Times.NOW))
                .isEmpty();
        return next;
    }

    private Optional<Instant> issue(BoundChallenge challenge, SendBudget budget) {
        return challenges().issue(challenge, List.of(budget), Optional.empty(), RULES, Times.NOW);
    }
}
