package dev.badgr.contract;

import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.ChallengeStore#judgeEmail} about many at once. */
public abstract class EmailProofRaceContract extends EmailProofContractBase {
    @Test
    void ofManyAccountsThatProveOneAddressAtOnceOneGetsIt() {
        List<BoundChallenge> asked = IntStream.range(0, CROWD)
                .mapToObj(i -> asked(accountAt(Some.address()), wanted))
                .toList();
        List<EmailProof> proofs =
                Race.of(CROWD, i -> judged(aRightGuessAt(asked.get(i)), 1).proof());
        assertThat(proofs).containsOnly(EmailProof.ADDED, EmailProof.TAKEN).containsOnlyOnce(EmailProof.ADDED);
        AccountId winner = asked.get(proofs.indexOf(EmailProof.ADDED)).account().orElseThrow();
        assertThat(stores().accounts().byEmail(Some.recipient(wanted)).map(Account::id))
                .contains(winner);
    }

    @Test
    void ofManyRightGuessesAtOnceOneAddsTheAddress() {
        Account before = accountAt(Some.address());
        BoundChallenge asked = asked(before, wanted);
        List<EmailProof> proofs =
                Race.of(CROWD, i -> judged(aRightGuessAt(asked), 1).proof());
        assertThat(proofs).containsOnly(EmailProof.ADDED, EmailProof.NOT_PROVEN).containsOnlyOnce(EmailProof.ADDED);
        assertThat(reloaded(before).epoch()).isEqualTo(before.epoch() + 1);
    }

    @Test
    void ofManyAddressesProvenAtOnceOneIsAddedAtThatEpoch() {
        Account before = accountAt(Some.address());
        List<BoundChallenge> asked = IntStream.range(0, CROWD)
                .mapToObj(i -> asked(before, Some.address()))
                .toList();
        List<EmailProof> proofs =
                Race.of(CROWD, i -> judged(aRightGuessAt(asked.get(i)), 1).proof());
        assertThat(proofs).containsOnly(EmailProof.ADDED, EmailProof.ACCOUNT_CHANGED);
        assertThat(proofs).containsOnlyOnce(EmailProof.ADDED);
        assertThat(reloaded(before).emails()).hasSize(2);
        assertThat(reloaded(before).epoch()).isEqualTo(before.epoch() + 1);
    }
}
