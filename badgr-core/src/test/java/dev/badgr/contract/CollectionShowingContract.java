package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.CollectionStore.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link CollectionStore} about what is shown, and to whom. */
public abstract class CollectionShowingContract extends CollectionContractBase {
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
        stores().awards().readdress(wrong.id(), wrong.readdressed(right, address), List.of());
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
}
