package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which badges are seen in a collection, and by whom. */
public abstract class CollectionBadgesContract extends CollectionsContractBase {
    @Test
    void onlyWhatTheBackpackShowsIsAdded() {
        Collection data = done(collections().create(mia.id(), DATA));
        AwardId elsewhere = app.awarded(Some.address());
        AwardId declined = award();
        done(badgr().backpacks().decline(mia.id(), declined));
        AwardId revoked = award();
        done(badgr().awards().revoke(revoked, "Mistake."));
        assertNotThere(collections().add(mia.id(), data.id(), elsewhere), Explanation.VerifyAddress.class);
        assertNotThere(collections().add(mia.id(), data.id(), declined), Explanation.Declined.class);
        assertNotThere(collections().add(mia.id(), data.id(), revoked), Explanation.Revoked.class);
        assertThat(view(data).version()).isEqualTo(data.version());
    }

    @Test
    void aBadgeInItThatTheBackpackHidesCannotBeAddedAgain() {
        AwardId one = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one);
        done(badgr().backpacks().decline(mia.id(), one));
        assertNotThere(collections().add(mia.id(), data.id(), one), Explanation.Declined.class);
    }

    @Test
    void aBadgeThatThePolicyHadNotDecidedAboutIsAdded() {
        app = TestApp.on(
                storage(),
                builder -> builder.policy(
                        (award, account) -> account.isPresent() ? new AwardDecision.Show() : new AwardDecision.Wait()));
        EmailAddress second = Some.address();
        AwardId waiting = app.awarded(second);
        mia = app.withAddress(mia, second);
        Collection data = done(collections().create(mia.id(), DATA));
        assertThat(seen(added(data, waiting))).containsExactly(waiting);
    }

    @Test
    void aBadgeThatLeavesTheBackpackIsGoneAndBackInItsPlaceWhenItReturns() {
        EmailAddress second = Some.address();
        mia = app.withAddress(mia, second);
        AwardId one = award();
        AwardId two = app.awarded(second);
        AwardId three = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one, two, three);
        done(badgr().backpacks().decline(mia.id(), one));
        assertThat(seen(data)).containsExactly(two, three);
        done(badgr().backpacks().restore(mia.id(), one));
        mia = mia.after(done(badgr().emails().remove(mia.session(), email(second), mia.client())));
        assertThat(seen(data)).containsExactly(one, three);
        app.passes(Duration.ofMinutes(1));
        mia = app.withAddress(mia, second);
        assertThat(seen(data)).containsExactly(one, two, three);
        done(badgr().awards().revoke(three, "Mistake."));
        assertThat(seen(data)).containsExactly(one, two);
        assertThat(collections().list(mia.id()).get(0).badges()).isEqualTo(2);
    }

    @Test
    void nobodyElseSeesOrChangesACollection() {
        AwardId one = award();
        Collection data = added(done(collections().create(mia.id(), DATA)), one);
        Person eve = app.personWithAccount();
        AwardId hers = app.awarded(eve.email());
        Refusal unknown = new Refusal.NotFound("collection");
        assertThat(collections().view(eve.id(), data.id())).isEmpty();
        assertThat(collections().list(eve.id())).isEmpty();
        assertRefused(collections().edit(eve.id(), data.id(), data.version(), DATA), unknown);
        assertRefused(collections().add(eve.id(), data.id(), hers), unknown);
        assertRefused(collections().remove(eve.id(), data.id(), one), unknown);
        assertRefused(collections().reorder(eve.id(), data.id(), data.version(), List.of(one)), unknown);
        assertThat(collections().delete(eve.id(), data.id())).isFalse();
        assertThat(seen(data)).containsExactly(one);
    }
}
