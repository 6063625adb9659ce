package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.done;
import static dev.badgr.fixture.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CollectionForm;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.Shared;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many do at once with collections and links comes out as if they had done it one after the other. */
public abstract class SharingRacesContract extends VerbContract {
    private static final int ROUNDS = 20;
    private static final int VIEWERS = 7;

    private Person mia;
    private Badge badge;

    @BeforeEach
    void miaHasAnAccount() {
        mia = app.personWithAccount();
        badge = app.badge();
    }

    @Test
    void ofManyEditsOfOneVersionOneIsMadeAndTheOthersAreTold() {
        Collection data = collection();
        List<Result<Collection>> outcomes = Race.of(
                CROWD,
                i -> badgr().collections()
                        .edit(mia.id(), data.id(), data.version(), new CollectionForm("Data " + i, "")));
        int winner = indexOfTheOnlySuccess(outcomes);
        outcomes.stream()
                .filter(outcome -> !outcome.isSuccess())
                .forEach(outcome -> assertNotPossible(outcome, Rule.COLLECTION_CHANGED));
        assertThat(badgr().collections().view(mia.id(), data.id()).orElseThrow().name())
                .isEqualTo("Data " + winner);
    }

    @Test
    void badgesThatAreAddedAtOnceAreAllInIt() {
        Collection data = collection();
        List<AwardId> awards = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            awards.add(award());
        }
        Race.of(16, i -> done(badgr().collections().add(mia.id(), data.id(), awards.get(i))));
        assertThat(seen(data)).containsExactlyInAnyOrderElementsOf(awards);
    }

    @Test
    void anEditAndAnOrderThatMeetAddedBadgesLoseNone() {
        for (int round = 0; round < ROUNDS; round++) {
            Collection data = collection(award(), award());
            AwardId third = award();
            AwardId gone = data.awards().get(0);
            List<AwardId> turned = List.of(data.awards().get(1), gone);
            Race.between(
                    () -> badgr().collections().reorder(mia.id(), data.id(), data.version(), turned),
                    () -> badgr().collections()
                            .edit(mia.id(), data.id(), data.version(), new CollectionForm("New", "")),
                    () -> done(badgr().collections().add(mia.id(), data.id(), third)),
                    () -> done(badgr().collections().remove(mia.id(), data.id(), gone)));
            assertThat(seen(data)).containsExactly(turned.get(0), third);
            badgr().collections().delete(mia.id(), data.id());
        }
    }

    @Test
    void aBadgeThatIsDeclinedWhileItIsAddedIsNotSeen() {
        for (int round = 0; round < ROUNDS; round++) {
            Collection data = collection();
            AwardId award = award();
            List<Result<Collection>> added = new ArrayList<>();
            Race.between(
                    () -> added.add(badgr().collections().add(mia.id(), data.id(), award)),
                    () -> done(badgr().backpacks().decline(mia.id(), award)));
            assertThat(seen(data)).isEmpty();
            boolean wasAdded = added.get(0).isSuccess();
            assertThat(wasAdded || refusal(added.get(0)) instanceof Refusal.NotThere)
                    .isTrue();
            done(badgr().backpacks().restore(mia.id(), award));
            assertThat(seen(data)).isEqualTo(wasAdded ? List.of(award) : List.of());
            badgr().collections().delete(mia.id(), data.id());
        }
    }

    @Test
    void aLinkThatIsRevokedWhileManyLookShowsNothingAfterwardsAndCountsWhatItShowed() {
        for (int round = 0; round < ROUNDS; round++) {
            Shared shared = done(badgr().sharing().create(mia.id(), award(), Optional.empty()));
            List<Optional<SharedView>> views = lookingWhile(
                    shared,
                    () -> assertThat(badgr().sharing()
                                    .revoke(mia.id(), shared.link().id()))
                            .isTrue());
            assertStopped(shared, views);
        }
    }

    @Test
    void aBadgeThatIsDeclinedWhileManyLookIsNotShownAfterwards() {
        for (int round = 0; round < ROUNDS; round++) {
            AwardId award = award();
            Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.empty()));
            List<Optional<SharedView>> views =
                    lookingWhile(shared, () -> done(badgr().backpacks().decline(mia.id(), award)));
            assertStopped(shared, views);
        }
    }

    @Test
    void aCollectionShowsABadgeOnlyUntilItIsDeclined() {
        for (int round = 0; round < ROUNDS; round++) {
            AwardId award = award();
            Collection data = collection(award);
            Shared shared = done(badgr().sharing().create(mia.id(), data.id(), Optional.empty()));
            List<Optional<SharedView>> views =
                    lookingWhile(shared, () -> done(badgr().backpacks().decline(mia.id(), award)));
            assertThat(views).allMatch(Optional::isPresent);
            assertThat(((SharedCollection) view(shared).orElseThrow()).badges()).isEmpty();
            assertThat(viewsOf(shared)).isEqualTo(VIEWERS + 1L);
            badgr().collections().delete(mia.id(), data.id());
        }
    }

    @Test
    void aCollectionThatIsDeletedWhileManyLookIsNotShownAfterwards() {
        for (int round = 0; round < ROUNDS; round++) {
            Collection data = collection(award());
            Shared shared = done(badgr().sharing().create(mia.id(), data.id(), Optional.empty()));
            List<Optional<SharedView>> views = lookingWhile(
                    shared,
                    () -> assertThat(badgr().collections().delete(mia.id(), data.id()))
                            .isTrue());
            assertStopped(shared, views);
        }
    }

    @Test
    void everyViewOfManyAtOnceIsCounted() {
        Shared shared = done(badgr().sharing().create(mia.id(), award(), Optional.empty()));
        assertThat(Race.of(CROWD, i -> view(shared))).allMatch(Optional::isPresent);
        assertThat(viewsOf(shared)).isEqualTo(CROWD);
    }

    private List<Optional<SharedView>> lookingWhile(Shared shared, Runnable change) {
        List<Optional<SharedView>> views = new ArrayList<>(Race.of(VIEWERS + 1, i -> {
            if (i == VIEWERS / 2) {
                change.run();
                return Optional.empty();
            }
            return view(shared);
        }));
        views.remove(VIEWERS / 2);
        return views;
    }

    private void assertStopped(Shared shared, List<Optional<SharedView>> views) {
        assertThat(view(shared)).isEmpty();
        long shown = views.stream().filter(Optional::isPresent).count();
        assertThat(viewsOf(shared)).isEqualTo(shown);
    }

    private long viewsOf(Shared shared) {
        return badgr().sharing().list(mia.id()).stream()
                .filter(link -> link.id().equals(shared.link().id()))
                .mapToLong(ShareLink::views)
                .sum();
    }

    private Optional<SharedView> view(Shared shared) {
        return badgr().sharing().view(shared.token().value());
    }

    private AwardId award() {
        return app.award(badge, mia.email()).id();
    }

    private Collection collection(AwardId... awards) {
        Collection data = done(badgr().collections().create(mia.id(), new CollectionForm("Data", "")));
        for (AwardId award : awards) {
            data = done(badgr().collections().add(mia.id(), data.id(), award));
        }
        return data;
    }

    private List<AwardId> seen(Collection collection) {
        return badgr().collections().view(mia.id(), collection.id()).orElseThrow().entries().stream()
                .map(entry -> entry.award().id())
                .toList();
    }

    private static int indexOfTheOnlySuccess(List<Result<Collection>> outcomes) {
        List<Boolean> successes = outcomes.stream().map(Result::isSuccess).toList();
        assertThat(successes).containsOnlyOnce(true);
        return successes.indexOf(true);
    }
}
