package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CollectionForm;
import dev.badgr.Refusal;
import dev.badgr.Shared;
import dev.badgr.award.AwardId;
import dev.badgr.award.BadgeId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import dev.badgr.fixture.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Showing a collection to others by a link, and seeing how often a link was opened. */
public abstract class SharingCollectionsContract extends VerbContract {
    private Person mia;
    private AwardId first;
    private AwardId second;
    private Collection data;

    @BeforeEach
    void miaHasACollection() {
        mia = app.personWithAccount();
        first = app.awarded(mia.email());
        second = app.awarded(mia.email());
        data = done(badgr().collections().create(mia.id(), new CollectionForm("Data", "What I can do.")));
        data = done(badgr().collections().add(mia.id(), data.id(), second));
        data = done(badgr().collections().add(mia.id(), data.id(), first));
    }

    @Test
    void aLinkShowsTheCollectionToWhoeverHasIt() {
        Shared shared = shared();
        assertThat(shared.url())
                .hasToString(
                        "https://plp.example/badges/shared/" + shared.token().value());
        assertThat(shared.link().target()).isEqualTo(new Shareable.WholeCollection(data.id()));
        SharedCollection page = page(shared);
        assertThat(page.title()).isEqualTo("Data");
        assertThat(page.description()).contains("What I can do.");
        assertThat(page.earnedBy()).isEqualTo("Mia Müller");
        assertThat(page.badges())
                .extracting(badge -> badge.badge().id())
                .containsExactly(badgeOf(second), badgeOf(first));
        assertThat(page.toString())
                .as("no address and no account anywhere")
                .doesNotContain("@")
                .doesNotContain("school.edu")
                .doesNotContain(mia.id().toString());
    }

    @Test
    void aLinkShowsTheCollectionAsItIsWhenItIsOpened() {
        Shared shared = shared();
        done(badgr().backpacks().decline(mia.id(), second));
        assertThat(page(shared).badges()).hasSize(1);
        done(badgr().backpacks().restore(mia.id(), second));
        done(badgr().collections().edit(mia.id(), data.id(), data.version(), new CollectionForm("New", "")));
        assertThat(page(shared).title()).isEqualTo("New");
        assertThat(page(shared).badges()).hasSize(2);
        done(badgr().awards().revoke(first, "Mistake."));
        assertThat(page(shared).badges()).hasSize(1);
    }

    @Test
    void aLinkStopsWithItsCollection() {
        Shared shared = shared();
        badgr().collections().delete(mia.id(), data.id());
        assertThat(view(shared)).isEmpty();
        assertRefused(
                badgr().sharing().create(mia.id(), data.id(), Optional.empty()), new Refusal.NotFound("collection"));
    }

    @Test
    void aLinkStopsWhenItIsRevokedOrExpires() {
        Shared shared = shared();
        Shared short7 = done(badgr().sharing().create(mia.id(), data.id(), Optional.of(Duration.ofDays(7))));
        app.passes(Duration.ofDays(7));
        assertThat(view(short7)).isEmpty();
        assertThat(badgr().sharing().revoke(mia.id(), shared.link().id())).isTrue();
        assertThat(view(shared)).isEmpty();
    }

    @Test
    void nobodyElseSharesACollection() {
        Person eve = app.personWithAccount();
        assertRefused(
                badgr().sharing().create(eve.id(), data.id(), Optional.empty()), new Refusal.NotFound("collection"));
        assertThat(badgr().sharing().list(eve.id())).isEmpty();
    }

    @Test
    void theOwnerSeesHowOftenALinkWasOpened() {
        Shared toAll = shared();
        app.passes(Duration.ofSeconds(1));
        Shared toOne = done(badgr().sharing().create(mia.id(), first, Optional.empty()));
        view(toOne);
        view(toAll);
        view(toAll);
        done(badgr().backpacks().decline(mia.id(), first));
        assertThat(view(toOne)).isEmpty();
        assertThat(badgr().sharing().list(mia.id()))
                .extracting(ShareLink::views)
                .isEqualTo(List.of(1L, 2L));
    }

    private BadgeId badgeOf(AwardId award) {
        return badgr().awards().find(award).orElseThrow().badge();
    }

    private Shared shared() {
        return done(badgr().sharing().create(mia.id(), data.id(), Optional.empty()));
    }

    private SharedCollection page(Shared shared) {
        return (SharedCollection) view(shared).orElseThrow();
    }

    private Optional<SharedView> view(Shared shared) {
        return badgr().sharing().view(shared.token().value());
    }
}
