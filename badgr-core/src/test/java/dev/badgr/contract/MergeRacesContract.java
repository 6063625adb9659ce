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

import dev.badgr.CollectionForm;
import dev.badgr.Merged;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Shared;
import dev.badgr.SignedIn;
import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever happens to either account while they are merged, all of it is on one account afterwards, once. */
public abstract class MergeRacesContract extends MergesContractBase {
    private static final int ROUNDS = 20;
    private static final int FEW = 16;

    /** What two did at once. */
    private record Both<A, B>(Result<A> first, Result<B> second) {}

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
    void anAddressThatIsRemovedMeanwhileIsFreeOrCameAlong() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress second = Some.address();
            Person mia = app.personWithAccount();
            Person old = app.withAddress(app.personWithAccount(), second);
            ChallengeId proof = proven(mia, old.email());
            var both = atOnce(
                    () -> merge(mia, proof), () -> badgr().emails().remove(old.session(), email(second), old.client()));
            done(both.first());
            boolean removed = both.second().isSuccess();
            assertThat(badgr().accounts().findByEmail(second).map(Account::id))
                    .isEqualTo(removed ? Optional.empty() : Optional.of(mia.id()));
            assertThat(now(mia).emails()).hasSize(removed ? 2 : 3);
        }
    }

    @Test
    void theProvenAddressIsRemovedOrTheAccountMerged() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress second = Some.address();
            Person mia = app.personWithAccount();
            Person old = app.withAddress(app.personWithAccount(), second);
            ChallengeId proof = proven(mia, second);
            var both = atOnce(
                    () -> merge(mia, proof), () -> badgr().emails().remove(old.session(), email(second), old.client()));
            assertThat(both.first().isSuccess()).isNotEqualTo(both.second().isSuccess());
            assertThat(now(mia).emails()).hasSize(both.first().isSuccess() ? 3 : 1);
            assertOneHolds(List.of(mia, old), mia.email(), old.email());
        }
    }

    @Test
    void anAddressThatIsAddedToTheOtherMeanwhileComesAlongOrIsFree() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress more = Some.address();
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId adding = app.asksToAdd(old, more);
            ChallengeId proof = proven(mia, old.email());
            var both = atOnce(
                    () -> merge(mia, proof),
                    () -> badgr().emails().confirm(old.session(), adding, code(app.codeTo(more)), old.client()));
            done(both.first());
            boolean added = both.second().isSuccess();
            assertThat(badgr().accounts().findByEmail(more).map(Account::id))
                    .isEqualTo(added ? Optional.of(mia.id()) : Optional.empty());
            assertThat(now(mia).emails()).hasSize(added ? 3 : 2);
        }
    }

    @Test
    void anAddressIsAddedToTheSurvivorOrTheOtherIsMergedIntoIt() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress more = Some.address();
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            ChallengeId adding = app.asksToAdd(mia, more);
            ChallengeId proof = proven(mia, old.email());
            var both = atOnce(
                    () -> merge(mia, proof),
                    () -> badgr().emails().confirm(mia.session(), adding, code(app.codeTo(more)), mia.client()));
            assertThat(both.first().isSuccess()).isNotEqualTo(both.second().isSuccess());
            assertThat(now(mia).emails()).hasSize(2);
            assertOneHolds(List.of(mia, old), mia.email(), old.email());
        }
    }

    @Test
    void aSocialAccountThatIsUnlinkedMeanwhileIsFreeOrCameAlong() {
        for (int round = 0; round < ROUNDS; round++) {
            ExternalIdentity social = Some.identity();
            Person mia = app.personWithAccount();
            Person first = app.personWithAccount();
            Person old = first.after(done(badgr().accounts().link(first.session(), social, first.client())));
            ChallengeId proof = proven(mia, old.email());
            var both = atOnce(
                    () -> merge(mia, proof), () -> badgr().accounts().unlink(old.session(), social, old.client()));
            done(both.first());
            assertThat(now(mia).identities()).isEqualTo(both.second().isSuccess() ? List.of() : List.of(social));
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

    @Test
    void aLinkThatIsMadeMeanwhileGoesOnShowing() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            AwardId award = app.award(badge, old.email()).id();
            ChallengeId proof = proven(mia, old.email());
            Both<Merged, Shared> both =
                    atOnce(() -> merge(mia, proof), () -> badgr().sharing().create(old.id(), award, Optional.empty()));
            done(both.first());
            if (both.second().isSuccess()) {
                String token = done(both.second()).token().value();
                assertThat(badgr().sharing().view(token)).isPresent();
            }
            assertThat(badgr().sharing().list(mia.id())).hasSize(both.second().isSuccess() ? 1 : 0);
            assertThat(badgr().sharing().list(old.id())).isEmpty();
        }
    }

    @Test
    void aCollectionThatIsEditedMeanwhileComesAsItIsThen() {
        Badge badge = app.badge();
        for (int round = 0; round < ROUNDS; round++) {
            Person mia = app.personWithAccount();
            Person old = app.personWithAccount();
            AwardId award = app.award(badge, old.email()).id();
            var collection = done(badgr().collections().create(old.id(), new CollectionForm("Best of", "")));
            ChallengeId proof = proven(mia, old.email());
            var both =
                    atOnce(() -> merge(mia, proof), () -> badgr().collections().add(old.id(), collection.id(), award));
            done(both.first());
            var came = badgr().collections().list(mia.id());
            assertThat(came).hasSize(1);
            assertThat(came.get(0).badges()).isEqualTo(both.second().isSuccess() ? 1 : 0);
            assertThat(badgr().collections().list(old.id())).isEmpty();
        }
    }

    private static <A, B> Both<A, B> atOnce(Supplier<Result<A>> one, Supplier<Result<B>> other) {
        List<Result<A>> first = new ArrayList<>();
        List<Result<B>> second = new ArrayList<>();
        Race.between(() -> first.add(one.get()), () -> second.add(other.get()));
        return new Both<>(first.get(0), second.get(0));
    }

    /** Each address is on one of their accounts, and the accounts have no other. */
    private void assertOneHolds(List<Person> people, EmailAddress... addresses) {
        List<EmailAddress> held = people.stream()
                .flatMap(person -> badgr().accounts().find(person.id()).stream())
                .flatMap(account -> addresses(account).stream())
                .toList();
        assertThat(held).doesNotHaveDuplicates().contains(addresses);
        for (EmailAddress address : addresses) {
            assertThat(badgr().accounts().findByEmail(address)).isPresent();
        }
    }
}
