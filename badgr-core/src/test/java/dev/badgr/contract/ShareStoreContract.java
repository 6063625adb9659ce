package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.ShareStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The law of {@link ShareStore}. */
public abstract class ShareStoreContract extends StorageContractBase {
    private static final Instant NOW = Times.NOW;

    private final EmailAddress address = Some.address();

    @Test
    void aLinkShowsTheBadgeAndWhoEarnedIt() {
        Badge badge = defined(aBadge().tagged("data").build());
        Award award = awarded(anAwardOf(badge)
                .to(address)
                .withNarrative("She did 🦉")
                .withEvidence(Evidence.of("https://plp.example/work"))
                .expires(NOW.plusSeconds(60))
                .build());
        Account owner = created(anAccount().of("Mia 🦉", "Müller").at(address).build());
        ShareLink link = shared(owner, award);
        BackpackEntry entry = new BackpackEntry(award, badge);
        assertThat(shares().view(link.id(), NOW)).contains(SharedBadge.of(entry, owner.name(), NOW));
        Instant later = NOW.plusSeconds(60);
        assertThat(shares().view(link.id(), later)).contains(SharedBadge.of(entry, owner.name(), later));
        assertThat(SharedBadge.of(entry, owner.name(), later).expired()).isTrue();
    }

    @Test
    void anUnknownLinkShowsNothing() {
        assertThat(shares().view(token().hash(), NOW)).isEmpty();
    }

    @Test
    void aLinkShowsNothingFromItsExpiryOn() {
        Award award = awardIn(AwardState.SHOWN);
        Account owner = accountAt(address);
        ShareLink link = link(owner.id(), award.id(), NOW, Optional.of(NOW.plusSeconds(9)));
        assertThat(shares().create(link)).isTrue();
        assertThat(shares().view(link.id(), NOW.plusSeconds(9).minusMillis(1))).isPresent();
        assertThat(shares().view(link.id(), NOW.plusSeconds(9))).isEmpty();
    }

    @Test
    void aRevokedLinkShowsNothing() {
        Account owner = accountAt(address);
        ShareLink link = shared(owner, awardIn(AwardState.SHOWN));
        assertThat(shares().revoke(owner.id(), link.id(), NOW.plusSeconds(1))).isTrue();
        assertThat(shares().view(link.id(), NOW.plusSeconds(1))).isEmpty();
        assertThat(shares().revoke(owner.id(), link.id(), NOW.plusSeconds(2))).isFalse();
        assertThat(shares().of(owner.id()))
                .extracting(ShareLink::revokedAt)
                .containsExactly(Optional.of(NOW.plusSeconds(1)));
    }

    @Test
    void onlyItsOwnerRevokesALink() {
        Account owner = accountAt(address);
        Account other = accountAt(Some.address());
        ShareLink link = shared(owner, awardIn(AwardState.SHOWN));
        assertThat(shares().revoke(other.id(), link.id(), NOW)).isFalse();
        assertThat(shares().revoke(owner.id(), token().hash(), NOW)).isFalse();
        assertThat(shares().view(link.id(), NOW)).isPresent();
    }

    @Test
    void onlyWhatTheBackpackShowsIsShared() {
        Account owner = accountAt(address);
        for (AwardState state : EnumSet.complementOf(EnumSet.of(AwardState.SHOWN))) {
            assertNotShared(owner, awardIn(state).id());
        }
        Award revoked = awardIn(AwardState.SHOWN);
        stores().awards().revoke(revoked.id(), new Revocation("Mistake.", NOW));
        assertNotShared(owner, revoked.id());
        assertNotShared(owner, anAwardOf(aBadge().build()).to(address).build().id());
    }

    @Test
    void onlyWhoHasTheAddressSharesTheBadge() {
        Award award = awardIn(AwardState.SHOWN);
        Account stranger = accountAt(Some.address());
        assertNotShared(stranger, award.id());
        accountAt(address);
        assertNotShared(stranger, award.id());
    }

    @Test
    void aLinkToAReaddressedAwardIsNotMade() {
        Award wrong = awardIn(AwardState.SHOWN);
        EmailAddress other = Some.address();
        AwardId right = new AwardId(Some.recipient(other), wrong.id().sequence());
        stores().awards().readdress(wrong.id(), wrong.readdressed(right, other), List.of());
        assertNotShared(accountAt(address), wrong.id());
        assertThat(shares().create(link(accountAt(other).id(), right, NOW, Optional.empty())))
                .isTrue();
    }

    @Test
    void aLinkShowsNothingWhileTheBadgeIsDeclined() {
        Award award = awardIn(AwardState.SHOWN);
        Account owner = accountAt(address);
        ShareLink link = shared(owner, award);
        move(award, owner, AwardState.SHOWN, AwardState.DECLINED);
        assertThat(shares().view(link.id(), NOW)).isEmpty();
        move(award, owner, AwardState.DECLINED, AwardState.SHOWN);
        assertThat(shares().view(link.id(), NOW)).isPresent();
    }

    @Test
    void aLinkShowsNothingOnceTheBadgeIsRevoked() {
        Award award = awardIn(AwardState.SHOWN);
        ShareLink link = shared(accountAt(address), award);
        stores().awards().revoke(award.id(), new Revocation("Mistake.", NOW));
        assertThat(shares().view(link.id(), NOW)).isEmpty();
    }

    @Test
    void aLinkShowsNothingWhileTheAddressIsNotItsOwners() {
        Award award = awardIn(AwardState.SHOWN);
        Account owner = accountAt(Some.address(), address);
        ShareLink link = shared(owner, award);
        owner = changed(owner, owner.without(address.key()));
        assertThat(shares().view(link.id(), NOW)).isEmpty();
        Account next = accountAt(address, Some.address());
        assertThat(shares().view(link.id(), NOW)).isEmpty();
        Account left = next.withPrimary(next.emails().get(1).recipient());
        left = changed(next, left);
        changed(left, left.without(address.key()));
        changed(owner, owner.with(Some.verified(address, NOW.plusSeconds(300))));
        assertThat(shares().view(link.id(), NOW)).isPresent();
    }

    @Test
    void linksAreListedNewestFirstAndByOwner() {
        Award award = awardIn(AwardState.SHOWN);
        Account owner = accountAt(address);
        ShareLink second = link(owner.id(), award.id(), NOW.plusMillis(2), Optional.of(NOW.plusSeconds(1)));
        ShareLink first = link(owner.id(), award.id(), NOW.plusMillis(1), Optional.empty());
        ShareLink third = link(owner.id(), award.id(), NOW.plusMillis(3), Optional.empty());
        List.of(second, first, third)
                .forEach(link -> assertThat(shares().create(link)).isTrue());
        assertThat(shares().of(owner.id())).containsExactly(third, second, first);
        assertThat(shares().of(accountAt(Some.address()).id())).isEmpty();
    }

    @Test
    void ofManyRevocationsAtOnceOneCounts() {
        Account owner = accountAt(address);
        ShareLink link = shared(owner, awardIn(AwardState.SHOWN));
        assertThat(Race.of(CROWD, i -> shares().revoke(owner.id(), link.id(), NOW)))
                .containsOnlyOnce(true);
    }

    private Award awardIn(AwardState state) {
        return awarded(
                anAwardOf(defined(aBadge().build())).to(address).in(state).build());
    }

    private ShareLink shared(Account owner, Award award) {
        ShareLink link = link(owner.id(), award.id(), NOW, Optional.empty());
        assertThat(shares().create(link)).isTrue();
        return link;
    }

    private void assertNotShared(Account owner, AwardId award) {
        ShareLink link = link(owner.id(), award, NOW, Optional.empty());
        assertThat(shares().create(link)).isFalse();
        assertThat(shares().of(owner.id())).isEmpty();
        assertThat(shares().view(link.id(), NOW)).isEmpty();
    }

    private void move(Award award, Account owner, AwardState from, AwardState to) {
        assertThat(stores().awards().move(award.id(), owner.id(), Set.of(from), to, Optional.empty()))
                .isTrue();
    }

    private static ShareLink link(AccountId owner, AwardId award, Instant at, Optional<Instant> expiresAt) {
        return ShareLink.create(token(), owner, new Shareable.OneBadge(award), at, expiresAt);
    }

    private static ShareToken token() {
        return ShareToken.random(Some.random());
    }

    private ShareStore shares() {
        return stores().shares();
    }
}
