package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link CollectionStore}. */
public abstract class CollectionStoreContract extends StorageContractBase {
    private static final int MAX = 5;

    private final EmailAddress address = Some.address();
    private Badge badge;
    private Account owner;

    @BeforeEach
    void miaHasAnAccount() {
        badge = defined(aBadge().tagged("data").build());
        owner = accountAt(Some.address(), address);
    }

    @Test
    void itIsStoredAsItIs() {
        Collection plain = created(collection("Data"));
        Collection described = created(Collection.create(
                CollectionId.random(Some.random()),
                owner.id(),
                "𠮷".repeat(100),
                Optional.of("𠮷".repeat(2000)),
                Times.NOW.plusMillis(1)));
        assertThat(collections().byId(owner.id(), plain.id())).contains(plain);
        assertThat(collections().view(owner.id(), described.id())).contains(CollectionView.of(described, List.of()));
        assertThat(collections().of(owner.id()))
                .containsExactly(CollectionSummary.of(described, 0), CollectionSummary.of(plain, 0));
    }

    @Test
    void badgesAreInTheOrderInWhichTheyCameAndThenInTheirOwners() {
        Award one = awardIn(AwardState.SHOWN);
        Award two = awardIn(AwardState.SHOWN);
        Award three = awardIn(AwardState.SHOWN);
        Collection data = holding(three, one, two);
        assertShows(data, three, one, two);
        data = changed(data, data.ordered(ids(two, three, one)));
        assertShows(data, two, three, one);
        data = changed(data, data.without(three.id()));
        assertShows(data, two, one);
        data = changed(data, data.with(three.id()));
        assertShows(data, two, one, three);
        data = changed(data, data.ordered(ids(three, two)));
        assertShows(data, three, one, two);
        assertThat(collections().byId(owner.id(), data.id())).contains(data);
    }

    @Test
    void aBadgeThatComesBetweenOthersIsThere() {
        Award one = awardIn(AwardState.SHOWN);
        Award two = awardIn(AwardState.SHOWN);
        Collection data = holding(one);
        Collection between = data.with(two.id());
        data = changed(data, between.holding(ids(two, one)));
        assertShows(data, two, one);
    }

    @Test
    void wordsChangeAndBadgesStay() {
        Award one = awardIn(AwardState.SHOWN);
        Collection data = holding(one);
        data = changed(data, data.named("Data 🦉", Optional.of("All\nof it")));
        assertThat(collections().byId(owner.id(), data.id())).contains(data);
        data = changed(data, data.named("Data", Optional.empty()));
        assertShows(data, one);
    }

    @Test
    void onlyTheFirstChangeOfAVersionIsMade() {
        Award one = awardIn(AwardState.SHOWN);
        Award two = awardIn(AwardState.SHOWN);
        Collection seen = holding(one);
        Collection first = changed(seen, seen.named("First", Optional.empty()));
        for (Collection late : List.of(
                seen.named("Late", Optional.empty()),
                seen.with(two.id()),
                seen.without(one.id()),
                seen.ordered(ids(one)))) {
            assertThat(collections().replace(seen, late)).isEqualTo(Change.STALE);
        }
        assertThat(collections().byId(owner.id(), seen.id())).contains(first);
        assertShows(first, one);
    }

    @Test
    void onlyWhatTheBackpackShowsIsAdded() {
        Collection data = created(collection("Data"));
        for (AwardState state : EnumSet.complementOf(EnumSet.of(AwardState.SHOWN))) {
            assertNotAdded(data, awardIn(state).id());
        }
        Award revoked = awardIn(AwardState.SHOWN);
        stores().awards().revoke(revoked.id(), new Revocation("Mistake.", Times.NOW));
        assertNotAdded(data, revoked.id());
        assertNotAdded(data, anAwardOf(badge).to(address).build().id());
        assertNotAdded(data, awarded(anAwardOf(badge).build()).id());
        Account other = accountAt(Some.address());
        assertNotAdded(data, awardTo(other.primaryEmail().address()).id());
        Award wrong = awarded(anAwardOf(badge).build());
        AwardId right = new AwardId(Some.recipient(address), wrong.id().sequence());
        stores().awards().readdress(wrong.id(), wrong.readdressed(right, address), Optional.empty());
        assertNotAdded(data, wrong.id());
        assertThat(collections().replace(data, data.with(right))).isEqualTo(Change.CHANGED);
    }

    @Test
    void aBadgeThatTheBackpackHidesIsGoneAndComesBackInItsPlace() {
        Award one = awardIn(AwardState.SHOWN);
        Award two = awardIn(AwardState.SHOWN);
        Award three = awardIn(AwardState.SHOWN);
        Collection data = holding(one, two, three);
        move(two, AwardState.SHOWN, AwardState.DECLINED);
        assertShows(data, one, three);
        data = changed(data, data.ordered(ids(three, one)));
        assertShows(data, three, one);
        assertThat(collections().byId(owner.id(), data.id())).contains(data);
        move(two, AwardState.DECLINED, AwardState.SHOWN);
        assertShows(data, three, two, one);
        stores().awards().revoke(three.id(), new Revocation("Mistake.", Times.NOW));
        assertShows(data, two, one);
    }

    @Test
    void aCollectionShowsNothingOfAnAddressThatHasLeft() {
        Award one = awardIn(AwardState.SHOWN);
        Award primary = awardTo(owner.primaryEmail().address());
        Collection data = holding(one, primary);
        owner = changed(owner, owner.without(address.key()));
        assertShows(data, primary);
        Account next = accountAt(address, Some.address());
        assertShows(data, primary);
        Account left = changed(next, next.withPrimary(next.emails().get(1).recipient()));
        changed(left, left.without(address.key()));
        owner = changed(owner, owner.with(Some.verified(address, Times.NOW.plusSeconds(300))));
        assertShows(data, one, primary);
    }

    @Test
    void oneBadgeIsInAsManyCollectionsAsItsOwnerLikes() {
        Award one = awardIn(AwardState.SHOWN);
        Collection data = holding(one);
        Collection other = holding(one);
        data = changed(data, data.without(one.id()));
        assertShows(data);
        assertShows(other, one);
    }

    @Test
    void nobodyElseSeesOrChangesIt() {
        Award one = awardIn(AwardState.SHOWN);
        Collection data = holding(one);
        AccountId eve = accountAt(Some.address()).id();
        Collection hers = new Collection(
                data.id(), eve, "Eve's", Optional.empty(), data.awards(), data.version(), data.createdAt());
        assertThat(collections().byId(eve, data.id())).isEmpty();
        assertThat(collections().view(eve, data.id())).isEmpty();
        assertThat(collections().of(eve)).isEmpty();
        assertThat(collections().replace(hers, hers.without(one.id()))).isEqualTo(Change.STALE);
        assertThat(collections().delete(eve, data.id())).isFalse();
        assertShows(data, one);
    }

    @Test
    void aDeletedCollectionIsGoneAndItsBadgesStay() {
        Award one = awardIn(AwardState.SHOWN);
        Collection data = holding(one);
        assertThat(collections().delete(owner.id(), data.id())).isTrue();
        assertThat(collections().delete(owner.id(), data.id())).isFalse();
        assertThat(collections().byId(owner.id(), data.id())).isEmpty();
        assertThat(collections().view(owner.id(), data.id())).isEmpty();
        assertThat(collections().of(owner.id())).isEmpty();
        assertThat(collections().replace(data, data.without(one.id()))).isEqualTo(Change.STALE);
        assertThat(backpack(owner)).containsExactly(one);
        created(new Collection(data.id(), owner.id(), "Again", Optional.empty(), List.of(), 1, Times.NOW));
        assertThat(collections().view(owner.id(), data.id()).orElseThrow().entries())
                .as("no badge of the old one is left")
                .isEmpty();
    }

    @Test
    void anAccountHasSoManyAtMost() {
        for (int i = 0; i < MAX; i++) {
            created(collection("Data " + i));
        }
        Collection oneMore = collection("One more");
        assertThat(collections().create(oneMore, MAX)).isEqualTo(Creation.TOO_MANY);
        assertThat(collections().byId(owner.id(), oneMore.id())).isEmpty();
        CollectionSummary first = collections().of(owner.id()).get(0);
        collections().delete(owner.id(), first.id());
        created(oneMore);
    }

    @Test
    void thereIsNoneWithoutAnAccount() {
        Collection nobodys = Collection.create(
                CollectionId.random(Some.random()), Some.accountId(), "Data", Optional.empty(), Times.NOW);
        assertThat(collections().create(nobodys, MAX)).isEqualTo(Creation.NO_ACCOUNT);
        assertThat(collections().byId(nobodys.owner(), nobodys.id())).isEmpty();
        assertThat(collections().of(nobodys.owner())).isEmpty();
    }

    @Test
    void aSummaryCountsWhatIsShown() {
        Award one = awardIn(AwardState.SHOWN);
        Award two = awardIn(AwardState.SHOWN);
        Collection data = holding(one, two);
        Collection other = holding(one);
        assertThat(collections().of(owner.id()))
                .containsExactlyInAnyOrder(CollectionSummary.of(data, 2), CollectionSummary.of(other, 1));
        move(one, AwardState.SHOWN, AwardState.DECLINED);
        assertThat(collections().of(owner.id()))
                .containsExactlyInAnyOrder(CollectionSummary.of(data, 1), CollectionSummary.of(other, 0));
    }

    @Test
    void twoBadgesAtOnceAndAnotherCollectionAreMisuse() {
        Collection data = created(collection("Data"));
        Collection both = data.with(awardIn(AwardState.SHOWN).id())
                .with(awardIn(AwardState.SHOWN).id());
        assertThatThrownBy(() -> collections().replace(data, both)).isInstanceOf(IllegalArgumentException.class);
        Collection other = created(collection("Other"));
        assertThatThrownBy(() -> collections().replace(data, other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeThatIsRefusedLeavesTheRestOfTheTransactionToIt() {
        Award one = awardIn(AwardState.SHOWN);
        Award hidden = awardIn(AwardState.OFFERED);
        Collection data = created(collection("Data"));
        Collection after = storage().inTransaction(s -> {
            assertThat(s.collections().replace(data, data.with(hidden.id()))).isEqualTo(Change.NOT_SHOWN);
            assertThat(s.collections().replace(data, data.with(one.id()))).isEqualTo(Change.CHANGED);
            return data.with(one.id());
        });
        assertShows(after, one);
    }

    private Award awardIn(AwardState state) {
        return awarded(anAwardOf(badge).to(address).in(state).build());
    }

    private Award awardTo(EmailAddress other) {
        return awarded(anAwardOf(badge).to(other).build());
    }

    private Collection collection(String name) {
        return Collection.create(CollectionId.random(Some.random()), owner.id(), name, Optional.empty(), Times.NOW);
    }

    private Collection created(Collection collection) {
        assertThat(collections().create(collection, MAX)).isEqualTo(Creation.CREATED);
        return collection;
    }

    private Collection holding(Award... awards) {
        Collection collection = created(collection("Data"));
        for (Award award : awards) {
            collection = changed(collection, collection.with(award.id()));
        }
        return collection;
    }

    private Collection changed(Collection before, Collection after) {
        assertThat(collections().replace(before, after)).isEqualTo(Change.CHANGED);
        return after;
    }

    private void assertNotAdded(Collection data, AwardId award) {
        assertThat(collections().replace(data, data.with(award))).isEqualTo(Change.NOT_SHOWN);
        assertThat(collections().byId(owner.id(), data.id())).contains(data);
    }

    private void assertShows(Collection collection, Award... awards) {
        CollectionView view =
                collections().view(collection.owner(), collection.id()).orElseThrow();
        assertThat(view.entries()).extracting(entry -> entry.award().id()).containsExactlyElementsOf(ids(awards));
        assertThat(view.entries()).extracting(BackpackEntry::badge).allMatch(badge::equals);
        assertThat(view).isEqualTo(CollectionView.of(collection, view.entries()));
    }

    private void move(Award award, AwardState from, AwardState to) {
        assertThat(stores().awards().move(award.id(), owner.id(), Set.of(from), to, Optional.empty()))
                .isTrue();
    }

    private static List<AwardId> ids(Award... awards) {
        return Stream.of(awards).map(Award::id).toList();
    }

    private CollectionStore collections() {
        return stores().collections();
    }
}
