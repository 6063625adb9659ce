package dev.badgr.contract;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Merged;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.SignedIn;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever acts on either account while they are merged, all of it is on one account afterwards, once. */
public abstract class MergeRacesContract extends MergesContractBase {
    private static final int ROUNDS = 20;
    private static final int FEW = 16;

    @Test
    void theSameMergeManyTimesIsDoneOnceAndAllAreToldSo() {
        for (int round = 0; round < ROUNDS / 4; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId proof = proven(mia, old.email());
            List<Result<Merged>> outcomes = Race.of(FEW, i -> merge(mia, proof));
            Merged merged = done(outcomes.get(0));
            assertThat(outcomes).allMatch(outcome -> done(outcome).equals(merged));
            assertThat(merged.account().emails()).hasSize(2);
            assertThat(badgr().consents().agreed(mia.id())).hasSize(2);
        }
    }

    @Test
    void ofTwoThatAreMergedIntoEachOtherOneStays() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId forth = proven(mia, old.email());
            ChallengeId back = proven(old, mia.email());
            Both<Merged, Merged> both = atOnce(() -> merge(mia, forth), () -> merge(old, back));
            assertThat(both.first().isSuccess()).isNotEqualTo(both.second().isSuccess());
            boolean won = both.first().isSuccess();
            assertThat(refusal(won ? both.second() : both.first()))
                    .isInstanceOfAny(Refusal.SessionEnded.class, Refusal.CodeUnusable.class);
            assertOneHolds(List.of(mia, old), mia.email(), old.email());
            assertThat(now(won ? mia : old).emails()).hasSize(2);
        }
    }

    @Test
    void ofTwoThatWantTheSameAccountOneGetsItAndTheOtherNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person leo = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId one = proven(mia, old.email());
            ChallengeId other = proven(leo, old.email());
            Both<Merged, Merged> both = atOnce(() -> merge(mia, one), () -> merge(leo, other));
            assertThat(both.first().isSuccess()).isNotEqualTo(both.second().isSuccess());
            Person loser = both.first().isSuccess() ? leo : mia;
            assertThat(now(loser)).isEqualTo(loser.account());
            assertOneHolds(List.of(mia, leo, old), old.email());
        }
    }

    @Test
    void anAccountThatTakesOneInWhileItIsTakenInItselfLeavesNothingBehind() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            Person oldest = app.personWithAccount();
            ChallengeId inner = proven(old, oldest.email());
            ChallengeId outer = proven(mia, old.email());
            Both<Merged, Merged> both = atOnce(() -> merge(mia, outer), () -> merge(old, inner));
            assertThat(both.first().isSuccess()).isTrue();
            // Merged, but no session of an account that is gone goes on: then that is refused too.
            boolean inMia = badgr().accounts().find(oldest.id()).isEmpty();
            assertThat(inMia || !both.second().isSuccess()).isTrue();
            assertThat(now(mia).emails()).hasSize(inMia ? 3 : 2);
            assertOneHolds(List.of(mia, old, oldest), mia.email(), old.email(), oldest.email());
        }
    }

    @Test
    void whoSignsInToTheAccountThatGoesIsOutAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            old = old.after(
                    done(badgr().accounts().changePassword(old.session(), newPassword(OTHER_PASSWORD), old.client())));
            EmailAddress theirs = old.email();
            ChallengeId proof = proven(mia, theirs);
            Both<Merged, SignedIn> both = atOnce(
                    () -> merge(mia, proof),
                    () -> badgr().signIns().withPassword(signIn(theirs, OTHER_PASSWORD), newClient()));
            done(both.first());
            if (both.second().isSuccess()) {
                assertThat(done(both.second()).account().id()).isEqualTo(old.id());
                assertRefused(badgr().signIns().check(done(both.second()).session()), new Refusal.SessionEnded());
            } else {
                assertRefused(both.second(), new Refusal.SignInRefused());
            }
            done(badgr().signIns().withPassword(signIn(theirs, PASSWORD), newClient()));
        }
    }

    @Test
    void anAwardToAnAddressThatMovesIsInTheBackpackOnce() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId proof = proven(mia, old.email());
            AwardId[] award = new AwardId[1];
            Race.between(
                    () -> done(merge(mia, proof)),
                    () -> award[0] = app.award(badge, old.email()).id());
            assertThat(app.backpack(mia)).containsExactly(award[0]);
            assertThat(app.backpack(old)).isEmpty();
        }
    }

    @Test
    void aRecoveryOfTheOtherIsCompletedBeforeOrNotAtAll() {
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            app.passes(Duration.ofMinutes(1));
            ChallengeId recovery = done(badgr().recoveries().begin(email(old.email()), newClient()))
                    .challenge();
            done(badgr().recoveries().confirm(recovery, code(app.codeTo(old.email())), newClient()));
            ChallengeId proof = proven(mia, old.email());
            var both = atOnce(
                    () -> merge(mia, proof),
                    () -> badgr().recoveries().complete(recovery, newPassword(OTHER_PASSWORD), newClient()));
            done(both.first());
            if (both.second().isSuccess()) {
                assertRefused(badgr().signIns().check(done(both.second()).session()), new Refusal.SessionEnded());
            }
            assertThat(now(mia).emails()).hasSize(2);
            done(badgr().signIns().withPassword(signIn(old.email(), PASSWORD), newClient()));
        }
    }
}
