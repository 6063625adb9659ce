package dev.badgr.contract;

import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CollectionForm;
import dev.badgr.Merged;
import dev.badgr.Shared;
import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is changed on either account while they are merged comes along, or was not changed at all. */
public abstract class MergeChangeRacesContract extends MergesContractBase {
    private static final int ROUNDS = 20;

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
}
