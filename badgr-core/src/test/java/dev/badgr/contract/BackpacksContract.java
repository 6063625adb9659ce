package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.backpack.Page;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person finds in her Backpack, and what she does with it. */
public abstract class BackpacksContract extends VerbContract {
    private Person mia;

    @BeforeEach
    void miaHasAnAccount() {
        mia = app.personWithAccount();
    }

    @Test
    void theNewestBadgeIsFirst() {
        Badge badge = app.badge();
        AwardId second = issued(badge, "2026-02-01T00:00:00Z");
        AwardId third = issued(badge, "2026-01-01T00:00:00Z");
        AwardId first = issued(badge, "2026-03-01T00:00:00Z");
        assertThat(app.backpack(mia)).containsExactly(first, second, third);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        Badge badge = app.badge();
        List<AwardId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(0, issued(badge, "2026-01-0" + (i + 1) + "T00:00:00Z"));
        }
        for (int limit : new int[] {1, 3, 7, 100}) {
            assertThat(allPages(BackpackQuery.newest(limit))).isEqualTo(all);
        }
        Page<BackpackEntry> last = badgr().backpacks().page(mia.id(), BackpackQuery.newest(7));
        assertThat(last.next()).as("no page follows a full last one").isEmpty();
    }

    @Test
    void aBadgeAwardedWhilePagingMovesNothing() {
        Badge badge = app.badge();
        AwardId older = issued(badge, "2026-01-01T00:00:00Z");
        AwardId newer = issued(badge, "2026-01-02T00:00:00Z");
        Page<BackpackEntry> first = badgr().backpacks().page(mia.id(), BackpackQuery.newest(1));
        issued(badge, "2026-01-03T00:00:00Z");
        Page<BackpackEntry> second = badgr().backpacks()
                .page(mia.id(), BackpackQuery.newest(1).after(first.next().orElseThrow()));
        assertThat(ids(first)).containsExactly(newer);
        assertThat(ids(second)).containsExactly(older);
    }

    @Test
    void aPageCanBeFilteredByBadgeIssuerTextAndTag() {
        Issuer issuer = BadgeFixture.anIssuer();
        Badge data = define(
                BadgeFixture.aBadge().from(issuer).named("Data Wrangler 100%").tagged("data", "sql"));
        Badge music = define(BadgeFixture.aBadge().named("Ünder_score Musician").tagged("music"));
        AwardId ofData = app.award(data, mia.email()).id();
        AwardId ofMusic = app.award(music, mia.email()).id();
        BackpackQuery all = BackpackQuery.newest(10);
        assertThat(page(all.of(data.id()))).containsExactly(ofData);
        assertThat(page(all.from(issuer.id()))).containsExactly(ofData);
        assertThat(page(all.tagged("sql"))).containsExactly(ofData);
        assertThat(page(all.tagged("sq"))).isEmpty();
        assertThat(page(all.named("wRANGLER"))).containsExactly(ofData);
        assertThat(page(all.named("100%"))).containsExactly(ofData);
        assertThat(page(all.named("_"))).containsExactly(ofMusic);
        assertThat(page(all.named("ünder"))).containsExactly(ofMusic);
        assertThat(page(all.named("musician").tagged("music").of(music.id()))).containsExactly(ofMusic);
        assertThat(page(all.named("musician").tagged("data"))).isEmpty();
        assertThat(page(all.named("' OR 1=1 --"))).isEmpty();
    }

    @Test
    void aDeclinedBadgeLeavesAndCanBeRestored() {
        AwardId award = app.awarded(mia.email());
        assertThat(done(badgr().backpacks().decline(mia.id(), award))).isEqualTo(new Explanation.Declined());
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(page(BackpackQuery.newest(10).in(AwardState.DECLINED))).containsExactly(award);
        assertThat(done(badgr().backpacks().restore(mia.id(), award))).isEqualTo(new Explanation.Shown(false));
        assertThat(app.backpack(mia)).containsExactly(award);
    }

    @Test
    void whatIsNotThereIsNeitherDeclinedNorRestored() {
        AwardId award = app.awarded(mia.email());
        assertRefused(badgr().backpacks().restore(mia.id(), award), new Refusal.NotThere(new Explanation.Shown(false)));
        done(badgr().backpacks().decline(mia.id(), award));
        assertRefused(badgr().backpacks().decline(mia.id(), award), new Refusal.NotThere(new Explanation.Declined()));
        AwardId unknown = new AwardId(Some.recipient(mia.email()), new UUID(1, 1));
        assertRefused(badgr().backpacks().decline(mia.id(), unknown), new Refusal.NotThere(new Explanation.Unknown()));
    }

    @Test
    void nobodyTouchesTheBadgesOfOthers() {
        Person eve = app.personWithAccount();
        AwardId award = app.awarded(mia.email());
        var notThere =
                new Refusal.NotThere(new Explanation.VerifyAddress(mia.email().masked()));
        assertRefused(badgr().backpacks().decline(eve.id(), award), notThere);
        assertRefused(badgr().backpacks().accept(eve.id(), award), notThere);
        done(badgr().backpacks().decline(mia.id(), award));
        assertRefused(badgr().backpacks().restore(eve.id(), award), notThere);
        assertThat(app.backpack(eve)).isEmpty();
    }

    @Test
    void anExpiredBadgeIsShownAsExpired() {
        Badge monthly =
                done(badgr().badges().define(BadgeFixture.aBadge().build().validFor(Period.ofMonths(1))));
        Award award = app.award(monthly, mia.email());
        Instant expires = award.expires().orElseThrow();
        app.passes(Duration.between(app.now(), expires).minusMillis(1));
        assertThat(explain(award.id())).isEqualTo(new Explanation.Shown(false));
        app.passes(Duration.ofMillis(1));
        assertThat(explain(award.id())).isEqualTo(new Explanation.Shown(true));
        assertThat(app.backpack(mia)).containsExactly(award.id());
    }

    @Test
    void itSaysWhyABadgeIsNotThereAndWhatToDo() {
        var elsewhere = Some.address();
        AwardId award = app.awarded(elsewhere);
        Explanation verify = explain(award);
        assertThat(verify).isEqualTo(new Explanation.VerifyAddress(elsewhere.masked()));
        assertThat(verify.message(Locale.ENGLISH)).contains("m•••@school.edu").doesNotContain(elsewhere.text());
        assertThat(explain(new AwardId(Some.recipient(elsewhere), new UUID(1, 1))))
                .isEqualTo(new Explanation.Unknown());
        assertThat(badgr().backpacks().explain(AccountId.random(Some.random()), award))
                .isEqualTo(new Explanation.Unknown());
        done(badgr().awards().revoke(award, "Mistake."));
        assertThat(explain(award))
                .as("a stranger does not learn the reason")
                .isEqualTo(new Explanation.VerifyAddress(elsewhere.masked()));
    }

    @Test
    void aRevokedBadgeIsInNoList() {
        AwardId award = app.awarded(mia.email());
        done(badgr().backpacks().decline(mia.id(), award));
        done(badgr().awards().revoke(award, "Mistake."));
        for (AwardState state : AwardState.values()) {
            assertThat(page(BackpackQuery.newest(10).in(state))).isEmpty();
        }
        assertThat(badgr().backpacks().restore(mia.id(), award).isSuccess()).isFalse();
    }

    @Test
    void nobodysBackpackIsEmpty() {
        Page<BackpackEntry> page = badgr().backpacks().page(AccountId.random(Some.random()), BackpackQuery.newest(10));
        assertThat(page).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    private AwardId issued(Badge badge, String when) {
        NewAward wanted = NewAward.of(badge, mia.email()).once(Some.word(), Instant.parse(when));
        return done(badgr().awards().award(wanted)).award().id();
    }

    private Badge define(BadgeFixture badge) {
        return done(badgr().badges().define(badge.build()));
    }

    private Explanation explain(AwardId award) {
        return badgr().backpacks().explain(mia.id(), award);
    }

    private List<AwardId> allPages(BackpackQuery first) {
        List<AwardId> all = new ArrayList<>();
        Optional<BackpackQuery> query = Optional.of(first);
        while (query.isPresent()) {
            Page<BackpackEntry> page = badgr().backpacks().page(mia.id(), query.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(first.limit());
            all.addAll(ids(page));
            query = page.next().map(first::after);
        }
        return all;
    }

    private List<AwardId> page(BackpackQuery query) {
        return ids(badgr().backpacks().page(mia.id(), query));
    }

    private static List<AwardId> ids(Page<BackpackEntry> page) {
        return page.items().stream().map(entry -> entry.award().id()).toList();
    }
}
