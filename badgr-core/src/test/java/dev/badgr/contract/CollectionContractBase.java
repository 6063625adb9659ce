package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionView;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Collections that are stored before a test begins. */
abstract class CollectionContractBase extends StorageContractBase {
    static final int MAX = 5;

    final EmailAddress address = Some.address();
    Badge badge;
    Account owner;

    @BeforeEach
    void miaHasAnAccount() {
        badge = defined(aBadge().tagged("data").build());
        owner = accountAt(Some.address(), address);
    }

    Award awardIn(AwardState state) {
        return awarded(anAwardOf(badge).to(address).in(state).build());
    }

    Award awardTo(EmailAddress other) {
        return awarded(anAwardOf(badge).to(other).build());
    }

    Collection collection(String name) {
        return Collection.create(CollectionId.random(Some.random()), owner.id(), name, Optional.empty(), Times.NOW);
    }

    Collection created(Collection collection) {
        assertThat(collections().create(collection, MAX)).isEqualTo(Creation.CREATED);
        return collection;
    }

    Collection holding(Award... awards) {
        Collection collection = created(collection("Data"));
        for (Award award : awards) {
            collection = changed(collection, collection.with(award.id()));
        }
        return collection;
    }

    Collection changed(Collection before, Collection after) {
        assertThat(collections().replace(before, after)).isEqualTo(Change.CHANGED);
        return after;
    }

    void assertNotAdded(Collection data, AwardId award) {
        assertThat(collections().replace(data, data.with(award))).isEqualTo(Change.NOT_SHOWN);
        assertThat(collections().byId(owner.id(), data.id())).contains(data);
    }

    void assertShows(Collection collection, Award... awards) {
        CollectionView view =
                collections().view(collection.owner(), collection.id()).orElseThrow();
        assertThat(view.entries()).extracting(entry -> entry.award().id()).containsExactlyElementsOf(ids(awards));
        assertThat(view.entries()).extracting(BackpackEntry::badge).allMatch(badge::equals);
        assertThat(view).isEqualTo(CollectionView.of(collection, view.entries()));
    }

    void move(Award award, AwardState from, AwardState to) {
        assertThat(stores().awards().move(award.id(), owner.id(), Set.of(from), to, Optional.empty()))
                .isTrue();
    }

    static List<AwardId> ids(Award... awards) {
        return Stream.of(awards).map(Award::id).toList();
    }

    CollectionStore collections() {
        return stores().collections();
    }
}
