package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeKeys;
import dev.badgr.email.CodeRules;
import dev.badgr.email.HmacKey;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.Judgement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link ChallengeStore} about the keys under which codes are stored. Challenges here are stored under one secret. */
public abstract class CodeKeysContract extends StorageContractBase {
    private static final CodeRules RULES = CodeRules.standard();

    private final HmacKey newer = HmacKey.random(Some.random());
    private final CodeKeys rotated = CodeKeys.of(Some.SECRET).rotatedTo(newer, Times.NOW);
    private final CodeKeys behind = CodeKeys.of(newer);

    @Test
    void aFormerKeyJudgesWhatItSigned() {
        BoundChallenge bound = issued(aChallenge().build());
        assertThat(verdict(aWrongGuessAt(bound).under(rotated))).isEqualTo(Verdict.WRONG);
        assertThat(verdict(aRightGuessAt(bound).under(rotated))).isEqualTo(Verdict.RIGHT);
        assertThat(verdict(aRightGuessAt(bound).under(rotated))).isEqualTo(Verdict.USED);
    }

    @Test
    void theNextKeyJudgesBeforeItSigns() {
        BoundChallenge bound = issued(aChallenge().build());
        assertThat(verdict(aRightGuessAt(bound).under(behind.announcing(Some.SECRET))))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aGuessUnderManyKeysIsOneGuess() {
        CodeKeys many = rotated;
        for (int i = 0; i < 10; i++) {
            many = many.rotatedTo(HmacKey.random(Some.random()), Times.NOW);
        }
        BoundChallenge bound = issued(aChallenge().build());
        for (int i = 1; i <= 5; i++) {
            assertThat(verdict(aWrongGuessAt(bound).under(many))).isEqualTo(Verdict.WRONG);
            assertThat(attempts(bound)).isEqualTo(i);
        }
        assertThat(verdict(aRightGuessAt(bound).under(many))).isEqualTo(Verdict.EXHAUSTED);
    }

    @Test
    void whoLacksTheKeyCountsNothing() {
        BoundChallenge bound = issued(aChallenge().build());
        for (GuessFixture guess : List.of(aRightGuessAt(bound), aWrongGuessAt(bound))) {
            Judgement judgement =
                    stores().challenges().judge(guess.under(behind).build(), RULES);
            assertThat(judgement).isEqualTo(new Judgement(Verdict.UNKNOWN_KEY, Optional.of(bound)));
        }
        assertThat(attempts(bound)).isZero();
        assertThat(verdict(aRightGuessAt(bound))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void ofManyRightGuessesUnderDifferentKeysOneIsRight() {
        BoundChallenge bound = issued(aChallenge().build());
        List<Verdict> verdicts =
                Race.of(CROWD, i -> verdict(aRightGuessAt(bound).under(keysOfServer(i))));
        assertThat(verdicts)
                .isSubsetOf(Verdict.RIGHT, Verdict.USED, Verdict.UNKNOWN_KEY)
                .containsOnlyOnce(Verdict.RIGHT);
        assertThat(attempts(bound)).isEqualTo(1);
    }

    @Test
    void ofManyWrongGuessesUnderDifferentKeysFiveAreJudged() {
        BoundChallenge bound = issued(aChallenge().build());
        List<Verdict> verdicts =
                Race.of(CROWD, i -> verdict(aWrongGuessAt(bound).under(keysOfServer(i))));
        assertThat(verdicts).filteredOn(Verdict.WRONG::equals).hasSize(5);
        assertThat(attempts(bound)).isEqualTo(5);
    }

    /** Some have not heard of the newest key, some know both, and some know nothing of the one that signed. */
    private CodeKeys keysOfServer(int number) {
        return switch (number % 3) {
            case 0 -> CodeKeys.of(Some.SECRET);
            case 1 -> rotated;
            default -> behind;
        };
    }

    private Verdict verdict(GuessFixture guess) {
        return stores().challenges().judge(guess.build(), RULES).verdict();
    }

    private int attempts(BoundChallenge bound) {
        return stores().challenges()
                .byId(bound.challenge().id())
                .orElseThrow()
                .challenge()
                .attempts();
    }
}
