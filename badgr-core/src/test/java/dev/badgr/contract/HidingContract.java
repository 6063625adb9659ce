package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.Shared;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.AwardState;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A badge that its owner keeps, but out of sight. */
public abstract class HidingContract extends VerbContract {
    private static final int ROUNDS = 20;

    private Person mia;
    private AwardId award;

    @BeforeEach
    void miaHasABadge() {
        mia = app.personWithAccount();
        award = app.awarded(mia.email());
    }

    @Test
    void aHiddenBadgeIsListedApartUntilItIsRestored() {
        assertThat(done(badgr().backpacks().hide(mia.id(), award))).isEqualTo(new Explanation.Hidden());
        assertThat(app.backpack(mia)).isEmpty();
        assertThat(listed(AwardState.HIDDEN)).containsExactly(award);
        assertThat(listed(AwardState.DECLINED)).isEmpty();
        assertThat(badgr().backpacks().explain(mia.id(), award).message(Locale.ENGLISH))
                .contains("hidden");
        assertThat(done(badgr().backpacks().restore(mia.id(), award))).isEqualTo(new Explanation.Shown(false));
        assertThat(app.backpack(mia)).containsExactly(award);
    }

    @Test
    void aHiddenBadgeIsNotSharedUntilItIsRestored() {
        Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.empty()));
        done(badgr().backpacks().hide(mia.id(), award));
        assertThat(badgr().sharing().view(shared.token().value())).isEmpty();
        assertRefused(
                badgr().sharing().create(mia.id(), award, Optional.empty()),
                new Refusal.NotThere(new Explanation.Hidden()));
        done(badgr().backpacks().restore(mia.id(), award));
        assertThat(badgr().sharing().view(shared.token().value())).isPresent();
    }

    @Test
    void aHiddenBadgeMayBeDeclined() {
        done(badgr().backpacks().hide(mia.id(), award));
        done(badgr().backpacks().decline(mia.id(), award));
        assertThat(listed(AwardState.HIDDEN)).isEmpty();
        assertThat(listed(AwardState.DECLINED)).containsExactly(award);
    }

    @Test
    void onlyWhatIsShownIsHidden() {
        app = TestApp.on(storage(), builder -> builder.policy(AwardPolicy.askFirst()));
        AwardId offered = app.awarded(mia.email());
        assertRefused(badgr().backpacks().hide(mia.id(), offered), new Refusal.NotThere(new Explanation.Offered()));
        done(badgr().backpacks().decline(mia.id(), award));
        assertRefused(badgr().backpacks().hide(mia.id(), award), new Refusal.NotThere(new Explanation.Declined()));
        done(badgr().awards().revoke(award, "Mistake."));
        assertThat(badgr().backpacks().hide(mia.id(), award).isSuccess()).isFalse();
        Person eve = app.personWithAccount();
        assertThat(badgr().backpacks().hide(eve.id(), offered).isSuccess()).isFalse();
    }

    @Test
    void aHiddenBadgeLeavesWithItsAddressLikeTheOthers() {
        EmailAddress second = Some.address();
        Person person = app.withAddress(mia, second);
        AwardId hidden = app.awarded(second);
        done(badgr().backpacks().hide(person.id(), hidden));
        assertThat(done(badgr().emails().previewRemoval(person.session(), email(second)))
                        .badgesLeaving())
                .isEqualTo(1);
    }

    @Test
    void aLinkThatIsMadeOrOpenedWhileItsBadgeIsHiddenShowsNothingAfterThat() {
        Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.empty()));
        for (int round = 0; round < ROUNDS; round++) {
            List<Optional<Shared>> made = Race.of(3, i -> switch (i) {
                case 0 -> {
                    done(badgr().backpacks().hide(mia.id(), award));
                    assertThat(badgr().sharing().view(shared.token().value())).isEmpty();
                    yield Optional.empty();
                }
                case 1 ->
                    badgr().sharing()
                            .create(mia.id(), award, Optional.empty())
                            .fold(Optional::of, refused -> Optional.empty());
                default -> {
                    badgr().sharing().view(shared.token().value());
                    yield Optional.empty();
                }
            });
            made.get(1)
                    .ifPresent(late -> assertThat(
                                    badgr().sharing().view(late.token().value()))
                            .isEmpty());
            done(badgr().backpacks().restore(mia.id(), award));
        }
    }

    private List<AwardId> listed(AwardState state) {
        return badgr().backpacks().page(mia.id(), BackpackQuery.newest(10).in(state)).items().stream()
                .map(entry -> entry.award().id())
                .toList();
    }
}
