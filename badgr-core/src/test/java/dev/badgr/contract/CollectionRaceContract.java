package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever races with a change of a collection: one change of a version is made, and only what the Backpack shows is seen. */
public abstract class CollectionRaceContract extends StorageContractBase {
    private static final int ROUNDS = 20;
    private static final int MAX = 5;

    @Test
    void ofManyChangesOfOneVersionOneIsMade() {
        Account owner = accountAt(Some.address());
        Collection data = created(owner);
        List<Change> outcomes = Race.of(CROWD, i -> collections().replace(data, data.named("" + i, Optional.empty())));
        assertThat(outcomes).containsOnlyOnce(Change.CHANGED);
        assertThat(outcomes.stream().filter(Change.STALE::equals)).hasSize(CROWD - 1);
        assertThat(stored(data).name()).isEqualTo("" + outcomes.indexOf(Change.CHANGED));
    }

    @Test
    void ofManyBadgesAtOnceOneIsAdded() {
        Account owner = accountAt(Some.address());
        Badge badge = defined(aBadge().build());
        List<AwardId> awards = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            awards.add(awardTo(owner, badge).id());
        }
        Collection data = created(owner);
        List<Change> outcomes = Race.of(CROWD, i -> collections().replace(data, data.with(awards.get(i))));
        assertThat(outcomes).containsOnlyOnce(Change.CHANGED);
        assertThat(stored(data).awards()).containsExactly(awards.get(outcomes.indexOf(Change.CHANGED)));
    }

    @Test
    void aBadgeThatIsAddedWhileItIsDeclinedIsNotSeenUntilItIsRestored() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            Account owner = accountAt(Some.address());
            AwardId award = awardTo(owner, badge).id();
            Collection data = created(owner);
            Change[] added = new Change[1];
            Race.between(
                    () -> added[0] = collections().replace(data, data.with(award)),
                    () -> move(award, owner, AwardState.SHOWN, AwardState.DECLINED));
            assertThat(added[0]).isIn(Change.CHANGED, Change.NOT_SHOWN);
            assertThat(seen(data)).isEmpty();
            move(award, owner, AwardState.DECLINED, AwardState.SHOWN);
            List<AwardId> held = added[0] == Change.CHANGED ? List.of(award) : List.of();
            assertThat(seen(data)).isEqualTo(held);
            assertThat(stored(data).version()).isEqualTo(1L + held.size());
        }
    }

    @Test
    void aBadgeThatIsAddedWhileItsAddressLeavesIsNotSeenUntilItReturns() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Account before = accountAt(Some.address(), address);
            Account after = before.without(address.key());
            AwardId award = awarded(anAwardOf(badge).to(address).build()).id();
            Collection data = created(before);
            Change[] added = new Change[1];
            Race.between(
                    () -> added[0] = collections().replace(data, data.with(award)),
                    () -> stores().accounts().replace(before, after, anAnnouncement()));
            assertThat(seen(data)).isEmpty();
            changed(after, after.with(Some.verified(address, Times.NOW.plusSeconds(200))));
            assertThat(seen(data)).isEqualTo(added[0] == Change.CHANGED ? List.of(award) : List.of());
        }
    }

    @Test
    void ofWhatIsAddedToACollectionThatIsDeletedNothingIsLeft() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            Account owner = accountAt(Some.address());
            AwardId award = awardTo(owner, badge).id();
            Collection data = created(owner);
            Race.between(
                    () -> collections().replace(data, data.with(award)),
                    () -> assertThat(collections().delete(owner.id(), data.id()))
                            .isTrue());
            assertThat(collections().view(owner.id(), data.id())).isEmpty();
            assertThat(collections().create(data, MAX)).isEqualTo(Creation.CREATED);
            assertThat(stored(data)).isEqualTo(data);
        }
    }

    @Test
    void ofManyMadeAtOnceThereAreNeverTooMany() {
        Account owner = accountAt(Some.address());
        List<Creation> outcomes = Race.of(CROWD, i -> collections().create(collectionOf(owner), MAX));
        assertThat(outcomes.stream().filter(Creation.CREATED::equals)).hasSize(MAX);
        assertThat(outcomes.stream().filter(Creation.TOO_MANY::equals)).hasSize(CROWD - MAX);
        assertThat(collections().of(owner.id())).hasSize(MAX);
    }

    private Award awardTo(Account owner, Badge badge) {
        return awarded(anAwardOf(badge).to(owner.primaryEmail().address()).build());
    }

    private Collection created(Account owner) {
        Collection collection = collectionOf(owner);
        assertThat(collections().create(collection, MAX)).isEqualTo(Creation.CREATED);
        return collection;
    }

    private static Collection collectionOf(Account owner) {
        return Collection.create(CollectionId.random(Some.random()), owner.id(), "Data", Optional.empty(), Times.NOW);
    }

    private Collection stored(Collection collection) {
        return collections().byId(collection.owner(), collection.id()).orElseThrow();
    }

    private List<AwardId> seen(Collection collection) {
        return collections().view(collection.owner(), collection.id()).orElseThrow().entries().stream()
                .map(entry -> entry.award().id())
                .toList();
    }

    private void move(AwardId award, Account owner, AwardState from, AwardState to) {
        assertThat(stores().awards().move(award, owner.id(), Set.of(from), to, Optional.empty()))
                .isTrue();
    }

    private CollectionStore collections() {
        return stores().collections();
    }
}
