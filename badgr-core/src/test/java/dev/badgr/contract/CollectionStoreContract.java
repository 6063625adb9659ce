package dev.badgr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.CollectionStore;
import dev.badgr.port.CollectionStore.Change;
import dev.badgr.port.CollectionStore.Creation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link CollectionStore}. */
public abstract class CollectionStoreContract extends CollectionContractBase {
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
    void twoBadgesAtOnceAndAnotherCollectionAreMisuse() {
        Collection data = created(collection("Data"));
        Collection both = data.with(awardIn(AwardState.SHOWN).id())
                .with(awardIn(AwardState.SHOWN).id());
        assertThatThrownBy(() -> collections().replace(data, both)).isInstanceOf(IllegalArgumentException.class);
        Collection other = created(collection("Other"));
        assertThatThrownBy(() -> collections().replace(data, other)).isInstanceOf(IllegalArgumentException.class);
    }
}
