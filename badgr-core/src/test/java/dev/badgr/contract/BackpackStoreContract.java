package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link dev.badgr.port.BackpackStore}; {@link BackpackFilterContract} has that about filters, and {@link
 * BackpackRaceContract} what races with it.
 */
public abstract class BackpackStoreContract extends StorageContractBase {
    private static final BackpackQuery NEWEST = BackpackQuery.newest(100);

    private final EmailAddress address = Some.address();

    @Test
    void anEntryIsTheAwardWithItsBadge() {
        Badge badge = defined(aBadge().tagged("data", "Ж🦉").build());
        Award award = awarded(anAwardOf(badge).to(address).withNarrative("𝒜").build());
        Account owner = accountAt(address);
        assertThat(stores().backpacks().page(owner.id(), NEWEST)).containsExactly(new BackpackEntry(award, badge));
    }

    @Test
    void anAwardShowsWhileItsAddressIsVerified() {
        Award award = given(AwardState.SHOWN);
        Account owner = accountAt(Some.address());
        assertThat(backpack(owner)).isEmpty();
        owner = changed(owner, owner.with(Some.verified(address, Times.NOW.plusSeconds(1))));
        assertThat(backpack(owner)).containsExactly(award);
        owner = changed(owner, owner.without(address.key()));
        assertThat(backpack(owner)).isEmpty();
        assertThat(backpack(accountAt(address))).containsExactly(award);
        assertThat(backpack(owner)).isEmpty();
    }

    @Test
    void anotherSpellingOfTheAddressShowsTheAward() {
        EmailAddress typed = EmailAddress.parse("MIA" + address.text().substring(3));
        Award award = awarded(anAwardOf(defined(aBadge().build())).to(typed).build());
        assertThat(backpack(accountAt(address))).containsExactly(award);
    }

    @Test
    void anUnknownAccountHasNothing() {
        assertThat(stores().backpacks().page(Some.accountId(), NEWEST)).isEmpty();
    }

    @Test
    void onlyTheStateThatIsAskedForAndWhatWaitsIsThere() {
        Award waiting = given(AwardState.WAITING);
        Account owner = accountAt(address);
        for (AwardState state : EnumSet.complementOf(EnumSet.of(AwardState.WAITING))) {
            Award award = given(state);
            assertThat(page(owner, NEWEST.in(state))).containsExactlyInAnyOrder(award, waiting);
        }
        assertThat(page(owner, NEWEST.in(AwardState.WAITING))).containsExactly(waiting);
    }

    @Test
    void revokedAndReaddressedAwardsAreNotThere() {
        Award revoked = given(AwardState.SHOWN);
        Award readdressed = given(AwardState.WAITING);
        stores().awards().revoke(revoked.id(), new Revocation("Mistake.", Times.NOW));
        EmailAddress other = Some.address();
        AwardId otherId = new AwardId(Some.recipient(other), readdressed.id().sequence());
        stores().awards().readdress(readdressed.id(), readdressed.readdressed(otherId, other), List.of());
        Account owner = accountAt(address);
        assertThat(backpack(owner)).isEmpty();
        assertThat(stores().backpacks().count(owner.id(), Some.recipient(address)))
                .isZero();
    }

    @Test
    void anExpiredAwardIsStillThere() {
        Award expired = awarded(anAwardOf(defined(aBadge().build()))
                .to(address)
                .expires(Times.NOW.plusSeconds(1))
                .build());
        assertThat(backpack(accountAt(address))).containsExactly(expired);
    }

    @Test
    void aPageHasOneMoreThanItsLimit() {
        List<Award> newestFirst = manyAwards(10, address);
        Account owner = accountAt(address);
        assertThat(page(owner, BackpackQuery.newest(3))).isEqualTo(newestFirst.subList(0, 4));
        assertThat(page(owner, BackpackQuery.newest(9))).isEqualTo(newestFirst);
        assertThat(page(owner, BackpackQuery.newest(10))).isEqualTo(newestFirst);
    }

    @Test
    void pagesOverTwoAddressesHaveNoGapsAndNoRepeats() {
        EmailAddress second = Some.address();
        List<Award> newestFirst = manyAwards(60, address, second);
        Account owner = accountAt(address, second);
        assertThat(backpack(owner)).isEqualTo(newestFirst);
        for (int limit : new int[] {1, 7, 59, 60}) {
            assertThat(allPages(owner, BackpackQuery.newest(limit))).isEqualTo(newestFirst);
        }
    }

    @Test
    void aPageBeginsAfterAnAwardThatIsThereNoMore() {
        List<Award> newestFirst = manyAwards(5, address);
        Account owner = accountAt(address);
        Award last = newestFirst.get(1);
        stores().awards().revoke(last.id(), new Revocation("Mistake.", Times.NOW));
        assertThat(page(owner, NEWEST.after(last.id().text()))).isEqualTo(newestFirst.subList(2, 5));
    }

    @Test
    void filtersAndPagesGoTogether() {
        List<Award> all = manyAwards(20, address);
        Account owner = accountAt(address);
        Set<AwardId> even = Set.copyOf(IntStream.range(0, 20)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> all.get(i).id())
                .toList());
        all.stream()
                .filter(a -> !even.contains(a.id()))
                .forEach(a -> stores().awards()
                        .move(a.id(), owner.id(), Set.of(AwardState.SHOWN), AwardState.DECLINED, Optional.empty()));
        assertThat(allPages(owner, BackpackQuery.newest(3)))
                .isEqualTo(all.stream().filter(a -> even.contains(a.id())).toList());
    }

    @Test
    void countsWhatIsShownHiddenAndOffered() {
        for (AwardState state : AwardState.values()) {
            given(state);
        }
        EmailAddress second = Some.address();
        awarded(anAwardOf(defined(aBadge().build())).to(second).build());
        Account owner = accountAt(address, second);
        assertThat(stores().backpacks().count(owner.id(), Some.recipient(address)))
                .isEqualTo(3);
        assertThat(stores().backpacks().count(owner.id(), Some.recipient(second)))
                .isEqualTo(1);
    }

    @Test
    void countsNothingOfAnAddressThatIsNotVerifiedOnTheAccount() {
        given(AwardState.SHOWN);
        Account stranger = accountAt(Some.address());
        assertThat(stores().backpacks().count(stranger.id(), Some.recipient(address)))
                .isZero();
        accountAt(address);
        assertThat(stores().backpacks().count(stranger.id(), Some.recipient(address)))
                .isZero();
    }

    private Award given(AwardState state) {
        return awarded(
                anAwardOf(defined(aBadge().build())).to(address).in(state).build());
    }

    /** Newest first; every third one is of the same millisecond as the one before. */
    private List<Award> manyAwards(int count, EmailAddress... addresses) {
        Badge badge = defined(aBadge().build());
        return IntStream.range(0, count)
                .mapToObj(i -> awarded(anAwardOf(badge)
                        .to(addresses[i % addresses.length])
                        .issuedOn(Times.NOW.plusMillis(i % 3 == 2 ? i - 1 : i))
                        .build()))
                .sorted(Comparator.comparing(Award::id).reversed())
                .toList();
    }

    private List<Award> allPages(Account owner, BackpackQuery first) {
        List<Award> seen = new ArrayList<>();
        BackpackQuery query = first;
        while (true) {
            List<Award> page = page(owner, query);
            seen.addAll(page.subList(0, Math.min(page.size(), query.limit())));
            assertThat(seen).doesNotHaveDuplicates();
            if (page.size() <= query.limit()) {
                return seen;
            }
            query = query.after(page.get(query.limit() - 1).id().text());
        }
    }
}
