package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CollectionForm;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.fixture.Some;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Putting badges together. */
public abstract class CollectionsContract extends CollectionsContractBase {
    @Test
    void aCollectionIsBegunNamedAndDescribed() {
        Collection data = done(collections().create(mia.id(), DATA));
        CollectionView view = view(data);
        assertThat(view.name()).isEqualTo("Data");
        assertThat(view.description()).contains("What I can do.");
        assertThat(view.entries()).isEmpty();
        assertThat(view.createdAt()).isEqualTo(app.now());
        Collection renamed =
                done(collections().edit(mia.id(), data.id(), view.version(), new CollectionForm("Data skills", " ")));
        assertThat(view(renamed).name()).isEqualTo("Data skills");
        assertThat(view(renamed).description()).isEmpty();
    }

    @Test
    void collectionsAreListedNewestFirst() {
        Collection first = done(collections().create(mia.id(), DATA));
        app.passes(Duration.ofSeconds(1));
        Collection second = done(collections().create(mia.id(), DATA));
        Collection full = added(first, award());
        assertThat(collections().list(mia.id()))
                .containsExactly(CollectionSummary.of(second, 0), CollectionSummary.of(full, 1));
    }

    @Test
    void badgesAreAddedTakenOutAndOrdered() {
        AwardId one = award();
        AwardId two = award();
        AwardId three = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one, two, three);
        assertThat(seen(data)).containsExactly(one, two, three);
        data = done(collections().reorder(mia.id(), data.id(), data.version(), List.of(three, one)));
        assertThat(seen(data)).containsExactly(three, two, one);
        data = done(collections().remove(mia.id(), data.id(), two));
        assertThat(seen(data)).containsExactly(three, one);
        assertThat(app.backpack(mia)).contains(two);
        data = added(data, two);
        assertThat(seen(data)).containsExactly(three, one, two);
    }

    @Test
    void addingTwiceAndTakingOutTwiceIsOnce() {
        AwardId one = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one);
        assertThat(done(collections().add(mia.id(), data.id(), one))).isEqualTo(data);
        Collection empty = done(collections().remove(mia.id(), data.id(), one));
        assertThat(done(collections().remove(mia.id(), data.id(), one))).isEqualTo(empty);
    }

    @Test
    void whoeverChangesWhatSheSawIsToldIfItHasChanged() {
        AwardId one = award();
        Collection seen = done(collections().create(mia.id(), DATA));
        Collection now = added(seen, one);
        assertNotPossible(collections().edit(mia.id(), seen.id(), seen.version(), DATA), Rule.COLLECTION_CHANGED);
        assertNotPossible(
                collections().reorder(mia.id(), seen.id(), seen.version(), List.of(one)), Rule.COLLECTION_CHANGED);
        assertThat(view(now).version()).isEqualTo(now.version());
        done(collections().edit(mia.id(), seen.id(), now.version(), DATA));
    }

    @Test
    void onlyBadgesOfTheCollectionAreOrdered() {
        AwardId one = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one);
        assertRefused(
                collections().reorder(mia.id(), data.id(), data.version(), List.of(one, award())),
                new Refusal.NotFound("award"));
        assertThat(seen(data)).containsExactly(one);
    }

    @Test
    void whatWasTypedWrongIsToldByField() {
        assertInvalid(
                collections().create(mia.id(), new CollectionForm(" ", "a".repeat(2001))),
                "name: required",
                "description: too-long");
        Collection data = done(collections().create(mia.id(), DATA));
        assertInvalid(
                collections().edit(mia.id(), data.id(), data.version(), new CollectionForm("a".repeat(101), null)),
                "name: too-long");
        assertThat(collections().list(mia.id())).hasSize(1);
    }

    @Test
    void aDeletedCollectionIsGoneAndItsBadgesStay() {
        AwardId one = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one);
        assertThat(collections().delete(mia.id(), data.id())).isTrue();
        assertThat(collections().delete(mia.id(), data.id())).isFalse();
        assertThat(collections().view(mia.id(), data.id())).isEmpty();
        assertRefused(collections().add(mia.id(), data.id(), one), new Refusal.NotFound("collection"));
        assertThat(app.backpack(mia)).containsExactly(one);
    }

    @Test
    void anAccountHasAHundredCollections() {
        for (int i = 0; i < Collection.MAX_PER_ACCOUNT; i++) {
            done(collections().create(mia.id(), DATA));
        }
        assertNotPossible(collections().create(mia.id(), DATA), Rule.TOO_MANY_COLLECTIONS);
        assertThat(collections().list(mia.id())).hasSize(100);
    }

    @Test
    void aStrangerHasNone() {
        assertRefused(collections().create(Some.accountId(), DATA), new Refusal.NotFound("account"));
        assertThat(collections().view(mia.id(), CollectionId.random(Some.random())))
                .isEmpty();
    }
}
