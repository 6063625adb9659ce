package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.BadgeFixture.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.BackpackStore#page} about filters. */
public abstract class BackpackFilterContract extends StorageContractBase {
    private static final BackpackQuery NEWEST = BackpackQuery.newest(100);

    private final EmailAddress address = Some.address();

    @Test
    void filtersByBadgeAndIssuer() {
        Issuer issuer = anIssuer();
        Award one = given(aBadge().from(issuer).build());
        Award two = given(aBadge().from(issuer).build());
        Award other = given(aBadge().build());
        BadgeId sameName = new BadgeId(issuer.id(), other.badge().name());
        Account owner = accountAt(address);
        assertThat(page(owner, NEWEST.of(one.badge()))).containsExactly(one);
        assertThat(page(owner, NEWEST.from(issuer.id()))).containsExactlyInAnyOrder(one, two);
        assertThat(page(owner, NEWEST.from(issuer.id()).of(other.badge()))).isEmpty();
        assertThat(page(owner, NEWEST.of(sameName))).isEmpty();
    }

    @Test
    void filtersByTextWhateverTheCase() {
        Award data = given(aBadge().named("Big DATA École").build());
        Award other = given(aBadge().named("Writing").build());
        Account owner = accountAt(address);
        assertThat(page(owner, NEWEST.named("data"))).containsExactly(data);
        assertThat(page(owner, NEWEST.named("g DaTa É"))).containsExactly(data);
        assertThat(page(owner, NEWEST.named("ÉCOLE"))).containsExactly(data);
        assertThat(page(owner, NEWEST.named("iting"))).containsExactly(other);
        assertThat(page(owner, NEWEST.named("nothing"))).isEmpty();
    }

    @Test
    void theTextIsTakenLiterally() {
        Award percent = given(aBadge().named("100% of it").build());
        Award underscore = given(aBadge().named("snake_case").build());
        Award backslash = given(aBadge().named("C:\\Temp").build());
        given(aBadge().named("100 of it, snakeXcase, C:Temp").build());
        Account owner = accountAt(address);
        assertThat(page(owner, NEWEST.named("0% o"))).containsExactly(percent);
        assertThat(page(owner, NEWEST.named("%"))).containsExactly(percent);
        assertThat(page(owner, NEWEST.named("_"))).containsExactly(underscore);
        assertThat(page(owner, NEWEST.named("e_c"))).containsExactly(underscore);
        assertThat(page(owner, NEWEST.named("\\"))).containsExactly(backslash);
        assertThat(page(owner, NEWEST.named(":\\t"))).containsExactly(backslash);
        assertThat(page(owner, NEWEST.named("\\%"))).isEmpty();
    }

    @Test
    void filtersByExactTag() {
        Award tagged = given(aBadge().tagged("data", "50%_x").build());
        given(aBadge().tagged("Data", "data science", "50%yx").build());
        Account owner = accountAt(address);
        assertThat(page(owner, NEWEST.tagged("data"))).containsExactly(tagged);
        assertThat(page(owner, NEWEST.tagged("50%_x"))).containsExactly(tagged);
        assertThat(page(owner, NEWEST.tagged("dat"))).isEmpty();
        assertThat(page(owner, NEWEST.tagged("data, 50%_x"))).isEmpty();
    }

    @Test
    void whatWaitsIsFilteredToo() {
        Badge data = defined(aBadge().named("Data").tagged("x").build());
        Award waiting =
                awarded(anAwardOf(data).to(address).in(AwardState.WAITING).build());
        Account owner = accountAt(address);
        assertThat(page(owner, NEWEST.named("data").tagged("x").of(data.id()))).containsExactly(waiting);
        assertThat(page(owner, NEWEST.named("writing"))).isEmpty();
        assertThat(page(owner, NEWEST.tagged("y"))).isEmpty();
        assertThat(page(owner, NEWEST.from(anIssuer().id()))).isEmpty();
    }

    private Award given(Badge badge) {
        return awarded(anAwardOf(defined(badge)).to(address).build());
    }
}
