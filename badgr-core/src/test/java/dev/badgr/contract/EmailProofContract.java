package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.announcedAt;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Rules;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.ChallengeStore.JudgedEmail;
import dev.badgr.port.Guess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.ChallengeStore#judgeEmail}; {@link EmailProofRaceContract} has that about many at once. */
public abstract class EmailProofContract extends EmailProofContractBase {
    @Test
    void aRightGuessAddsTheAddressAtTheNextEpoch() {
        Account before = accountAt(Some.address());
        Instant later = Times.NOW.plusSeconds(90);
        JudgedEmail outcome = judged(aRightGuessAt(asked(before, wanted)).at(later), before.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(outcome.proof()).isEqualTo(EmailProof.ADDED);
        assertThat(stores().accounts().byId(before.id())).contains(before.with(Some.verified(wanted, later)));
        assertThat(stores().accounts().byEmail(Some.recipient(wanted))).contains(reloaded(before));
    }

    @Test
    void aWrongGuessAddsNothingAndIsCounted() {
        Account account = accountAt(Some.address());
        BoundChallenge asked = asked(account, wanted);
        JudgedEmail outcome = judged(aWrongGuessAt(asked), account.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.WRONG);
        assertThat(outcome.proof()).isEqualTo(EmailProof.NOT_PROVEN);
        assertThat(reloaded(account)).isEqualTo(account);
        assertThat(outcome.judgement().challenge().orElseThrow().challenge().attempts())
                .isEqualTo(1);
    }

    @Test
    void anExpiredCodeAddsNothing() {
        Account account = accountAt(Some.address());
        BoundChallenge asked = asked(account, wanted);
        JudgedEmail outcome = judged(aRightGuessAt(asked).at(asked.challenge().expiresAt()), account.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(outcome.proof()).isEqualTo(EmailProof.NOT_PROVEN);
        assertThat(reloaded(account)).isEqualTo(account);
    }

    @Test
    void aSpentBudgetOfWrongGuessesRefusesARightOne() {
        CodeRules rules = Rules.wrongGuesses(1, 60, 10_000);
        Account account = accountAt(Some.address());
        BoundChallenge asked = asked(account, wanted);
        judged(aWrongGuessAt(asked), account.epoch(), rules);
        JudgedEmail outcome = judged(aRightGuessAt(asked), account.epoch(), rules);
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.BUDGET_SPENT);
        assertThat(reloaded(account)).isEqualTo(account);
    }

    @Test
    void anAddressOfAnotherAccountIsTaken() {
        Account owner = accountAt(wanted);
        Account asker = accountAt(Some.address());
        JudgedEmail outcome = judged(aRightGuessAt(asked(asker, wanted)), asker.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(outcome.proof()).isEqualTo(EmailProof.TAKEN);
        assertThat(reloaded(asker)).isEqualTo(asker);
        assertThat(reloaded(owner)).isEqualTo(owner);
    }

    @Test
    void anotherSpellingOfATakenAddressIsTaken() {
        Account asker = accountAt(Some.address());
        accountAt(EmailAddress.parse(wanted.key().value()));
        assertThat(judged(aRightGuessAt(asked(asker, wanted)), asker.epoch()).proof())
                .isEqualTo(EmailProof.TAKEN);
    }

    @Test
    void anAddressThatTheAccountHasIsTakenToo() {
        Account account = accountAt(Some.address(), wanted);
        assertThat(judged(aRightGuessAt(asked(account, wanted)), account.epoch())
                        .proof())
                .isEqualTo(EmailProof.TAKEN);
        assertThat(reloaded(account)).isEqualTo(account);
    }

    @Test
    void anAccountTakesOnlySoManyAddresses() {
        Account account = accountAt(addresses(MAX_EMAILS));
        JudgedEmail outcome = judged(aRightGuessAt(asked(account, wanted)), account.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(outcome.proof()).isEqualTo(EmailProof.TOO_MANY);
        assertThat(reloaded(account)).isEqualTo(account);
        assertThat(stores().accounts().byEmail(Some.recipient(wanted))).isEmpty();
    }

    @Test
    void anAccountMayBeFilled() {
        Account account = accountAt(addresses(MAX_EMAILS - 1));
        JudgedEmail outcome = judged(aRightGuessAt(asked(account, wanted)), account.epoch());
        assertThat(outcome.proof()).isEqualTo(EmailProof.ADDED);
        assertThat(reloaded(account).emails()).hasSize(MAX_EMAILS);
    }

    @Test
    void anAccountAtAnotherEpochGetsNothing() {
        Account before = accountAt(Some.address());
        Account after = changed(before, before.withPassword(Some.password()));
        JudgedEmail outcome = judged(aRightGuessAt(asked(before, wanted)), before.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(outcome.proof()).isEqualTo(EmailProof.ACCOUNT_CHANGED);
        assertThat(reloaded(before)).isEqualTo(after);
        assertThat(stores().accounts().byEmail(Some.recipient(wanted))).isEmpty();
    }

    @Test
    void anAccountThatIsGoneGetsNothing() {
        Account gone = accountAt(Some.address());
        BoundChallenge asked = asked(gone, wanted);
        erase(gone);
        JudgedEmail outcome = judged(aRightGuessAt(asked), gone.epoch());
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outcome.proof()).isEqualTo(EmailProof.NOT_PROVEN);
        assertThat(stores().accounts().byEmail(Some.recipient(wanted))).isEmpty();
    }

    @Test
    void aCodeIsUsedUpWhateverItLedTo() {
        Account owner = accountAt(wanted);
        Account asker = accountAt(Some.address());
        Account other = accountAt(Some.address());
        changed(other, other.withPassword(Some.password()));
        for (BoundChallenge asked :
                List.of(asked(asker, wanted), asked(asker, Some.address()), asked(other, Some.address()))) {
            judged(aRightGuessAt(asked), 1);
            JudgedEmail again = judged(aRightGuessAt(asked), 1);
            assertThat(again.judgement().verdict()).isEqualTo(Verdict.USED);
            assertThat(again.proof()).isEqualTo(EmailProof.NOT_PROVEN);
        }
        assertThat(reloaded(owner)).isEqualTo(owner);
        assertThat(reloaded(asker).epoch()).isEqualTo(asker.epoch() + 1);
    }

    @Test
    void everyAddressIsToldTheNewOneToo() {
        EmailAddress first = Some.address();
        Account account = accountAt(first);
        Announcement announcement = announcedAt(Times.earlierThanEver());
        Guess right = aRightGuessAt(asked(account, wanted)).build();
        stores().challenges().judgeEmail(right, account.epoch(), RULES, MAX_EMAILS, announcement);
        assertThat(noticesTo(first)).containsExactly(announcement.to(Some.recipient(first), first));
        assertThat(noticesTo(wanted)).containsExactly(announcement.to(Some.recipient(wanted), wanted));
    }

    @Test
    void nobodyIsToldOfAnAddressThatWasNotAdded() {
        EmailAddress first = Some.address();
        Account account = accountAt(first);
        accountAt(wanted);
        Announcement announcement = announcedAt(Times.earlierThanEver());
        BoundChallenge asked = asked(account, wanted);
        List<Guess> guesses =
                List.of(aWrongGuessAt(asked).build(), aRightGuessAt(asked).build());
        guesses.forEach(g -> stores().challenges().judgeEmail(g, account.epoch(), RULES, MAX_EMAILS, announcement));
        assertThat(noticesTo(first)).isEmpty();
        assertThat(noticesTo(wanted)).isEmpty();
    }

    @Test
    void aGuessForAnotherAccountIsUnknown() {
        Account account = accountAt(Some.address());
        Account other = accountAt(Some.address());
        assertUnknown(aRightGuessAt(asked(account, wanted)).by(other.id()));
        assertThat(reloaded(other)).isEqualTo(other);
    }

    @Test
    void aGuessForNoAccountIsUnknown() {
        Account account = accountAt(Some.address());
        assertUnknown(aRightGuessAt(asked(account, wanted)).byAnybody());
    }

    @Test
    void aChallengeForNoAccountIsUnknown() {
        Account account = accountAt(Some.address());
        BoundChallenge bound =
                issued(aChallenge().openFor(wanted).to(Purpose.ADD_EMAIL).build());
        assertUnknown(aRightGuessAt(bound).by(account.id()));
    }

    @Test
    void aChallengeForAnotherPurposeIsUnknown() {
        Account account = accountAt(Some.address());
        BoundChallenge bound = issued(aChallenge()
                .openFor(wanted)
                .to(Purpose.RECOVERY)
                .by(account.id())
                .build());
        assertUnknown(aRightGuessAt(bound).to(Purpose.ADD_EMAIL));
        assertUnknown(aRightGuessAt(bound));
    }

    private static EmailAddress[] addresses(int count) {
        return Stream.generate(Some::address).limit(count).toArray(EmailAddress[]::new);
    }

    private void assertUnknown(GuessFixture guess) {
        JudgedEmail outcome = judged(guess, 1);
        assertThat(outcome.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outcome.judgement().challenge()).isEqualTo(Optional.empty());
        assertThat(outcome.proof()).isEqualTo(EmailProof.NOT_PROVEN);
        assertThat(stores().accounts().byEmail(Some.recipient(wanted))).isEmpty();
    }
}
