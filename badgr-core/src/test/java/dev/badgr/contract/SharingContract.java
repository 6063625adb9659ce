package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Explanation;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedView;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Showing a badge to others by a link, until it is taken back. */
public abstract class SharingContract extends VerbContract {
    private Person mia;
    private AwardId award;

    @BeforeEach
    void miaHasABadge() {
        mia = app.personWithAccount();
        award = app.awarded(mia.email());
    }

    @Test
    void aLinkShowsTheBadgeToWhoeverHasIt() {
        Badge badge = done(badgr().badges()
                .define(BadgeFixture.aBadge().tagged("data").build().validFor(Period.ofMonths(1))));
        Award told = done(badgr().awards()
                        .award(NewAward.of(badge, mia.email())
                                .withNarrative("She cleaned the data.")
                                .withEvidence(Evidence.of("https://plp.example/work"))))
                .award();
        Shared shared = done(badgr().sharing().create(mia.id(), told.id(), Optional.empty()));
        assertThat(shared.url())
                .hasToString(
                        "https://plp.example/badges/shared/" + shared.token().value());
        SharedBadge seen = badge(shared);
        assertThat(seen.badge()).isEqualTo(badge);
        assertThat(seen.earnedBy()).isEqualTo("Mia Müller");
        assertThat(seen.issuedOn()).isEqualTo(told.issuedOn());
        assertThat(seen.expires()).isEqualTo(told.expires());
        assertThat(seen.narrative()).contains("She cleaned the data.");
        assertThat(seen.evidence()).isEqualTo(told.evidence());
        assertThat(seen.expired()).isFalse();
        assertThat(seen.toString())
                .as("no address anywhere")
                .doesNotContain("@")
                .doesNotContain("school.edu");
        app.passes(Duration.ofDays(31));
        assertThat(badge(shared).expired()).isTrue();
    }

    @Test
    void everyLinkHasItsOwnUnguessableToken() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Shared shared = shared(award);
            assertThat(shared.token().value()).hasSize(22);
            assertThat(shared.link().id()).isNotEqualTo(shared.token().value());
            tokens.add(shared.token().value());
        }
        assertThat(tokens).hasSize(20);
        assertThat(badgr().sharing().view(shared(award).link().id()))
                .as("the id doesn't open it")
                .isEmpty();
    }

    @Test
    void aLinkStopsWhenItIsRevokedAndOthersGoOn() {
        Shared first = shared(award);
        app.passes(Duration.ofSeconds(1));
        Shared second = shared(award);
        assertThat(badgr().sharing().revoke(mia.id(), first.link().id())).isTrue();
        assertThat(badgr().sharing().revoke(mia.id(), first.link().id())).isFalse();
        assertThat(view(first)).isEmpty();
        assertThat(view(second)).isPresent();
        assertThat(badgr().sharing().list(mia.id()))
                .extracting(ShareLink::id)
                .containsExactly(second.link().id(), first.link().id());
        assertThat(badgr().sharing().list(mia.id()).get(1).revokedAt()).contains(app.now());
    }

    @Test
    void nobodyElseRevokesOrListsALink() {
        Person eve = app.personWithAccount();
        Shared shared = shared(award);
        assertThat(badgr().sharing().revoke(eve.id(), shared.link().id())).isFalse();
        assertThat(badgr().sharing().list(eve.id())).isEmpty();
        assertThat(view(shared)).isPresent();
    }

    @Test
    void aLinkStopsWhenItExpires() {
        Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.of(Duration.ofDays(7))));
        app.passes(Duration.ofDays(7).minusMillis(1));
        assertThat(view(shared)).isPresent();
        app.passes(Duration.ofMillis(1));
        assertThat(view(shared)).isEmpty();
    }

    @Test
    void aLinkStopsWithADeclinedBadgeAndComesBackWithARestoredOne() {
        Shared shared = shared(award);
        done(badgr().backpacks().decline(mia.id(), award));
        assertThat(view(shared)).isEmpty();
        done(badgr().backpacks().restore(mia.id(), award));
        assertThat(view(shared)).isPresent();
    }

    @Test
    void aLinkStopsForGoodWithARevokedBadge() {
        Shared shared = shared(award);
        done(badgr().awards().revoke(award, "Mistake."));
        assertThat(view(shared)).isEmpty();
    }

    @Test
    void aLinkStopsWithARemovedAddressAndComesBackWithIt() {
        EmailAddress second = Some.address();
        mia = app.withAddress(mia, second);
        Shared shared = shared(app.awarded(second));
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        assertThat(view(shared)).isEmpty();
        app.passes(Duration.ofMinutes(1));
        app.withAddress(mia, second);
        assertThat(view(shared)).isPresent();
    }

    @Test
    void aLinkDoesNotFollowTheAddressToAnotherAccount() {
        EmailAddress second = Some.address();
        mia = app.withAddress(mia, second);
        Shared shared = shared(app.awarded(second));
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        app.passes(Duration.ofMinutes(1));
        app.personWithAccount(second);
        assertThat(view(shared)).isEmpty();
    }

    @Test
    void whatTheBackpackDoesNotShowIsNotShared() {
        Person eve = app.personWithAccount();
        assertRefused(
                badgr().sharing().create(eve.id(), award, Optional.empty()),
                new Refusal.NotThere(new Explanation.VerifyAddress(mia.email().masked())));
        done(badgr().backpacks().decline(mia.id(), award));
        assertRefused(
                badgr().sharing().create(mia.id(), award, Optional.empty()),
                new Refusal.NotThere(new Explanation.Declined()));
        app = TestApp.on(storage(), builder -> builder.policy(AwardPolicy.askFirst()));
        assertRefused(
                badgr().sharing().create(mia.id(), app.awarded(mia.email()), Optional.empty()),
                new Refusal.NotThere(new Explanation.Offered()));
        assertThat(badgr().sharing().list(mia.id())).isEmpty();
    }

    @Test
    void whatIsNoTokenShowsNothing() {
        for (String token : new String[] {null, "", "x", "A".repeat(22), "A".repeat(1_000_000), "A\u0000", "\uD800"}) {
            assertThat(badgr().sharing().view(token)).isEmpty();
        }
    }

    private Shared shared(AwardId which) {
        return done(badgr().sharing().create(mia.id(), which, Optional.empty()));
    }

    private SharedBadge badge(Shared shared) {
        return (SharedBadge) view(shared).orElseThrow();
    }

    private Optional<SharedView> view(Shared shared) {
        return badgr().sharing().view(shared.token().value());
    }
}
