package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.Guess;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever races with what: an award is stored once, and shows exactly where its address is verified. */
public abstract class BackpackRaceContract extends StorageContractBase {
    private static final int ROUNDS = 20;
    private static final int AWARDS = 4;
    private static final long EPOCH = 1;

    @Test
    void awardsThatRaceWithProvingTheirAddressShow() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Account owner = accountAt(Some.address());
            Guess right = rightGuessToAdd(address, owner);
            List<Award> awards = awardsTo(address, badge);
            raceAwards(
                    awards,
                    () -> stores().challenges().judgeEmail(right, EPOCH, CodeRules.standard(), 10, anAnnouncement()));
            assertThat(backpack(owner)).containsExactlyInAnyOrderElementsOf(awards);
        }
    }

    @Test
    void awardsThatRaceWithSigningUpShow() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            NewAccount newcomer = proven(anAccount().at(address).build());
            List<Award> awards = awardsTo(address, badge);
            raceAwards(awards, () -> stores().accounts().create(newcomer));
            assertThat(backpack(newcomer.account())).containsExactlyInAnyOrderElementsOf(awards);
        }
    }

    @Test
    void awardsThatRaceWithRemovingTheirAddressWaitForItsReturn() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Account before = accountAt(Some.address(), address);
            Account after = before.without(address.key());
            List<Award> awards = awardsTo(address, badge);
            raceAwards(awards, () -> stores().accounts().replace(before, after, anAnnouncement()));
            assertThat(backpack(after)).isEmpty();
            assertThat(awards)
                    .allSatisfy(a -> assertThat(stores().awards().byId(a.id())).contains(a));
            changed(after, after.with(Some.verified(address, Times.NOW.plusSeconds(200))));
            assertThat(backpack(after)).containsExactlyInAnyOrderElementsOf(awards);
        }
    }

    @Test
    void anAddressThatMovesTakesAllItsAwardsAlong() {
        Badge badge = defined(aBadge().build());
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress address = Some.address();
            Account old = accountAt(Some.address(), address);
            Account next = accountAt(Some.address());
            Guess right = rightGuessToAdd(address, next);
            List<Award> awards = awardsTo(address, badge);
            raceAwards(awards, () -> {
                stores().accounts().replace(old, old.without(address.key()), anAnnouncement());
                stores().challenges().judgeEmail(right, EPOCH, CodeRules.standard(), 10, anAnnouncement());
            });
            assertThat(backpack(old)).isEmpty();
            assertThat(backpack(next)).containsExactlyInAnyOrderElementsOf(awards);
        }
    }

    private Guess rightGuessToAdd(EmailAddress address, Account account) {
        return aRightGuessAt(issued(
                        aChallenge().openFor(address).toAddTo(account.id()).build()))
                .build();
    }

    private List<Award> awardsTo(EmailAddress address, Badge badge) {
        return IntStream.range(0, AWARDS)
                .mapToObj(i -> anAwardOf(badge).to(address).build())
                .toList();
    }

    private void raceAwards(List<Award> awards, Runnable change) {
        Race.of(awards.size() + 1, i -> {
            if (i == awards.size()) {
                change.run();
            } else {
                awarded(awards.get(i));
            }
            return i;
        });
    }
}
