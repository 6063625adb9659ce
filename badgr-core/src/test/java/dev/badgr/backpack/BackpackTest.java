package dev.badgr.backpack;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The whole table of why a badge is or is not in a Backpack: every state, with and without all that can be said of it. */
class BackpackTest {
    private static final EmailAddress HERS = EmailAddress.parse("mia@school.edu");
    private static final EmailAddress NOT_HERS = EmailAddress.parse("leo@school.edu");
    private static final Account MIA = anAccount().at(HERS).build();
    private static final Instant END = Times.NOW.plusSeconds(60);
    private static final Revocation MISTAKE = new Revocation("A mistake.", Times.NOW);

    @Property
    void theFirstReasonThatStandsInTheWayCounts(
            @ForAll boolean readdressed,
            @ForAll boolean verified,
            @ForAll boolean revoked,
            @ForAll AwardState state,
            @ForAll @IntRange(min = -1, max = 1) int millisAfterItsEnd) {
        AwardId elsewhere =
                anAwardOf(aBadge().build()).to(Some.address()).build().id();
        Award award = anAwardOf(aBadge().build())
                .to(verified ? HERS : NOT_HERS)
                .expires(END)
                .build()
                .in(state, state == AwardState.REFUSED ? Optional.of("No.") : Optional.empty());
        award = revoked ? award.revoked(MISTAKE) : award;
        award = readdressed ? award.replacedBy(elsewhere) : award;
        Instant now = END.plusMillis(millisAfterItsEnd);

        Explanation expected;
        if (readdressed) {
            expected = new Explanation.Readdressed();
        } else if (!verified) {
            expected = new Explanation.VerifyAddress("l•••@school.edu");
        } else if (revoked) {
            expected = new Explanation.Revoked(MISTAKE);
        } else {
            expected = byState(state, millisAfterItsEnd >= 0);
        }
        Backpack backpack = new Backpack(MIA);
        assertThat(backpack.explain(award, now)).isEqualTo(expected);
        assertThat(backpack.shows(award)).isEqualTo(!readdressed && verified && !revoked && state == AwardState.SHOWN);
    }

    @Example
    void anAwardWithoutAnEndNeverExpires() {
        Award award = anAwardOf(aBadge().build()).to(HERS).build();
        assertThat(new Backpack(MIA).explain(award, Instant.MAX)).isEqualTo(new Explanation.Shown(false));
    }

    @Example
    void theAddressIsLookedUpNowAndNotWhenItWasAwarded() {
        Award award = anAwardOf(aBadge().build()).to(NOT_HERS).build();
        Account withBoth = MIA.with(Some.verified(NOT_HERS, Times.NOW));
        assertThat(new Backpack(withBoth).shows(award)).isTrue();
        assertThat(new Backpack(withBoth.without(NOT_HERS.key())).shows(award)).isFalse();
    }

    @Example
    void aCopyThatANewerOneReplacedIsNotReaddressed() {
        Award newer = anAwardOf(aBadge().build()).to(HERS).build();
        Award older = anAwardOf(aBadge().build()).to(HERS).build().replacedBy(newer.id());
        assertThat(new Backpack(MIA).explain(older, END)).isEqualTo(new Explanation.Replaced(newer.id()));
    }

    @Example
    void whatWasIssuedAgainIsThereButSuperseded() {
        Award newer = anAwardOf(aBadge().build()).to(HERS).build();
        Award award = anAwardOf(aBadge().build()).to(HERS).expires(END).build().supersededBy(newer.id());
        Backpack backpack = new Backpack(MIA);
        assertThat(backpack.explain(award, END)).isEqualTo(new Explanation.Superseded(newer.id()));
        assertThat(backpack.shows(award)).isTrue();
        Award declined = award.in(AwardState.DECLINED, Optional.empty());
        assertThat(backpack.explain(declined, END)).isEqualTo(new Explanation.Declined());
    }

    private static Explanation byState(AwardState state, boolean expired) {
        return switch (state) {
            case SHOWN -> new Explanation.Shown(expired);
            case OFFERED -> new Explanation.Offered();
            case WAITING -> new Explanation.Undecided();
            case REFUSED -> new Explanation.RefusedByPolicy("No.");
            case DECLINED -> new Explanation.Declined();
            case HIDDEN -> new Explanation.Hidden();
        };
    }
}
