package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.AwardStore.Awarded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer issues an award again. */
public abstract class ReissuingContract extends VerbContract {
    private static final int ROUNDS = 20;

    private Person mia;
    private Badge badge;
    private AwardId earlier;

    @BeforeEach
    void miaHasABadge() {
        mia = app.personWithAccount();
        badge = app.badge();
        earlier = app.award(badge, mia.email()).id();
    }

    @Test
    void theBackpackShowsWhichOneIsSuperseded() {
        Award next = done(reissue()).award();
        assertThat(next.reissueOf()).contains(earlier);
        List<BackpackEntry> entries =
                badgr().backpacks().page(mia.id(), BackpackQuery.newest(10)).items();
        assertThat(entries)
                .extracting(entry -> entry.award().id(), entry -> entry.award().reissuedAs())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(next.id(), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(earlier, Optional.of(next.id())));
        assertThat(explain(earlier)).isEqualTo(new Explanation.Superseded(next.id()));
        assertThat(explain(earlier).message(Locale.ENGLISH)).contains("issued it again");
        assertThat(explain(next.id())).isEqualTo(new Explanation.Shown(false));
    }

    @Test
    void aSupersededBadgeIsStillSharedUntilItsOwnerPutsItAway() {
        var shared = done(badgr().sharing().create(mia.id(), earlier, Optional.empty()));
        done(reissue());
        assertThat(badgr().sharing().view(shared.token().value())).isPresent();
        done(badgr().backpacks().hide(mia.id(), earlier));
        assertThat(badgr().sharing().view(shared.token().value())).isEmpty();
    }

    @Test
    void aRepeatedCallReturnsTheFirstNewIssue() {
        NewAward renewal =
                NewAward.of(badge, mia.email()).once("renewal", app.now().plusSeconds(1));
        Awarded first = done(badgr().awards().reissue(earlier, renewal));
        assertThat(first.isNew()).isTrue();
        assertThat(done(badgr().awards().reissue(earlier, renewal))).isEqualTo(new Awarded(first.award(), false));
        assertThat(done(reissue())).isEqualTo(new Awarded(first.award(), false));
        assertThat(app.backpack(mia)).hasSize(2);
    }

    @Test
    void aNewIssueMayBeOfAnotherBadgeOfTheIssuerAndToAnotherAddress() {
        Badge newer = done(badgr().badges()
                .define(BadgeFixture.aBadge().from(badge.issuer()).build()));
        Award next = done(badgr().awards().reissue(earlier, NewAward.of(newer, Some.address())))
                .award();
        assertThat(next.badge()).isEqualTo(newer.id());
        assertThat(app.backpack(mia)).containsExactly(earlier);
        assertThat(explain(earlier)).isEqualTo(new Explanation.Superseded(next.id()));
    }

    @Test
    void whatCanNotBeIssuedAgainIsRefusedWithItsReason() {
        NewAward renewal = NewAward.of(badge, mia.email());
        AwardId unknown = new AwardId(Some.recipient(mia.email()), new UUID(1, 1));
        assertRefused(badgr().awards().reissue(unknown, renewal), new Refusal.NotFound("award"));
        assertNotPossible(
                badgr().awards().reissue(earlier, NewAward.of(app.badge(), mia.email())), Rule.ISSUER_DIFFERS);
        Badge undefined = BadgeFixture.aBadge().from(badge.issuer()).build();
        assertRefused(
                badgr().awards().reissue(earlier, NewAward.of(undefined, mia.email())), new Refusal.NotFound("badge"));
        NewAward taken = renewal.once("course-7", app.now());
        done(badgr().awards().award(taken));
        assertNotPossible(badgr().awards().reissue(earlier, taken), Rule.AWARD_KEY_TAKEN);
        done(badgr().awards().revoke(earlier, "Mistake."));
        assertNotPossible(badgr().awards().reissue(earlier, renewal), Rule.AWARD_GONE);
    }

    @Test
    void anAwardThatIsReaddressedToItsOwnPlaceIsOnceMoreIssuedThere() {
        AwardId wrong = app.award(badge, Some.address()).id();
        done(badgr().awards().readdress(wrong, Some.address()));
        assertNotPossible(badgr().awards().reissue(wrong, NewAward.of(badge, mia.email())), Rule.AWARD_GONE);
        done(reissue());
        assertNotPossible(badgr().awards().readdress(earlier, Some.address()), Rule.AWARD_GONE);
    }

    @Test
    void thePolicyIsAskedAboutANewIssueToo() {
        app = TestApp.on(
                storage(), builder -> builder.policy((award, account) -> new AwardDecision.Refuse("Not here.")));
        assertRefused(reissue(), new Refusal.PolicyRefused("Not here."));
        assertThat(badgr().awards().find(earlier).orElseThrow().reissuedAs()).isEmpty();
    }

    @Test
    void ofManyNewIssuesAtOnceOneIsInTheBackpack() {
        List<Awarded> outcomes = Race.of(CROWD, i -> done(reissue()));
        assertThat(outcomes).filteredOn(Awarded::isNew).hasSize(1);
        assertThat(outcomes)
                .extracting(Awarded::award)
                .containsOnly(outcomes.get(0).award());
        assertThat(app.backpack(mia))
                .containsExactlyInAnyOrder(earlier, outcomes.get(0).award().id());
    }

    @Test
    void anAwardThatIsRevokedMeanwhileLeavesWithOrWithoutANewIssue() {
        for (int round = 0; round < ROUNDS; round++) {
            AwardId award = app.award(badge, mia.email()).id();
            List<Result<?>> outcomes = Race.of(
                    2,
                    i -> i == 0
                            ? badgr().awards().reissue(award, NewAward.of(badge, mia.email()))
                            : badgr().awards().revoke(award, "Mistake."));
            done(outcomes.get(1));
            assertThat(explain(award)).isInstanceOf(Explanation.Revoked.class);
            boolean issued =
                    badgr().awards().find(award).orElseThrow().reissuedAs().isPresent();
            assertThat(outcomes.get(0).isSuccess()).isEqualTo(issued);
        }
    }

    private Result<Awarded> reissue() {
        return badgr().awards().reissue(earlier, NewAward.of(badge, mia.email()));
    }

    private Explanation explain(AwardId award) {
        return badgr().backpacks().explain(mia.id(), award);
    }
}
