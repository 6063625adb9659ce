package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge.State;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The law of {@link ChallengeStore#spend}. */
public abstract class ProofSpendingContract extends StorageContractBase {
    private static final CodeRules RULES = CodeRules.standard();

    @Test
    void aProofIsSpentOnce() {
        BoundChallenge bound = issued(aChallenge().build());
        judged(aRightGuessAt(bound));
        assertThat(spend(bound, Times.NOW)).isTrue();
        assertThat(spend(bound, Times.NOW)).isFalse();
        assertThat(found(bound).challenge().state()).isEqualTo(State.SPENT);
        assertThat(judged(aRightGuessAt(bound)).verdict()).isEqualTo(Verdict.USED);
    }

    @Test
    void whatIsNotProvenCannotBeSpent() {
        assertThat(spend(issued(aChallenge().build()), Times.NOW)).isFalse();
        assertThat(spend(aChallenge().build(), Times.NOW)).isFalse();
    }

    @Test
    void aProofIsForItsPurposeOnly() {
        BoundChallenge bound = issued(aChallenge().provenFor(Some.address()).build());
        ChallengeId id = bound.challenge().id();
        assertThat(challenges().spend(id, Purpose.RECOVERY, Times.NOW)).isFalse();
        assertThat(challenges().spend(id, Purpose.SIGN_UP, Times.NOW)).isTrue();
    }

    @Test
    void aProofCountsWhileItsCodeExpiredAfterProvenSince() {
        BoundChallenge bound = issued(aChallenge().provenFor(Some.address()).build());
        Instant expiry = bound.challenge().expiresAt();
        assertThat(spend(bound, expiry)).isFalse();
        assertThat(spend(bound, expiry.minusMillis(1))).isTrue();
    }

    @Test
    void ofManyWhoSpendAProofAtOnceOneSucceeds() {
        BoundChallenge bound = issued(aChallenge().provenFor(Some.address()).build());
        assertThat(Race.of(CROWD, i -> spend(bound, Times.NOW))).containsOnlyOnce(true);
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

    private boolean spend(BoundChallenge bound, Instant provenSince) {
        return challenges().spend(bound.challenge().id(), bound.challenge().purpose(), provenSince);
    }
}
