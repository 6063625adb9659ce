package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore;
import dev.badgr.port.AwardStore.Awarded;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link AwardStore}; {@link ReaddressingContract} has that about readdressing. */
public abstract class AwardStoreContract extends StorageContractBase {
    private static final Revocation MISTAKE = new Revocation("Awarded by mistake.\n🦉", Times.NOW.plusSeconds(5));

    private final Badge badge = aBadge().build();

    @Test
    void anAwardIsFoundAsItWasAwarded() {
        Award award = awarded(anAwardOf(defined(badge)).build());
        assertThat(awards().byId(award.id())).contains(award);
    }

    @Test
    void nothingOfAnAwardIsLost() {
        Award award = awarded(anAwardOf(defined(badge))
                .to(EmailAddress.parse("Mia-" + Some.word() + "@Bücher.example"))
                .issuedOn(Instant.parse("2024-02-29T23:59:59.999Z"))
                .expires(Instant.parse("2025-03-01T00:00:00.001Z"))
                .withNarrative("She wrote:\n\t\"done\" \\ 𝒜🦉")
                .withEvidence(
                        Evidence.of("https://plp.example/work?a=1&b=%20"),
                        new Evidence(URI.create("http://plp.example/二"), Optional.of("Zwei\n\"Zeilen\" 🦉")))
                .withKey("course-7/Ж🦉")
                .refused("Not from here: \"🦉\"")
                .build());
        assertThat(awards().byId(award.id())).contains(award);
    }

    @Test
    void everyStateIsKept() {
        defined(badge);
        for (AwardState state : AwardState.values()) {
            Award award = awarded(anAwardOf(badge).in(state).build());
            assertThat(awards().byId(award.id())).contains(award);
        }
    }

    @Test
    void anUnknownAwardIsNotFound() {
        AwardId id = anAwardOf(badge).build().id();
        assertThat(awards().byId(id)).isEmpty();
    }

    @Test
    void anAwardOfAnUndefinedBadgeIsNotStored() {
        Award award = anAwardOf(badge).issuedOn(Times.earlierThanEver()).build();
        assertThat(awards().award(award, List.of(noticeOf(award)))).isEmpty();
        assertThat(awards().byId(award.id())).isEmpty();
        assertThat(noticesTo(award.address())).isEmpty();
    }

    @Test
    void aRepeatedAwardIsTheFirstOneAndWritesNoNotice() {
        Award first =
                anAwardOf(defined(badge)).issuedOn(Times.earlierThanEver()).build();
        awards().award(first, List.of(noticeOf(first)));
        noticesTo(first.address()).forEach(stores().notices()::delivered);
        Award again = first.in(AwardState.OFFERED, Optional.empty());
        assertThat(awards().award(again, List.of(noticeOf(again)))).contains(new Awarded(first, false));
        assertThat(awards().byId(first.id())).contains(first);
        assertThat(noticesTo(first.address())).isEmpty();
    }

    @Test
    void aRepeatedAwardThatWasRevokedStaysRevoked() {
        Award award = awarded(anAwardOf(defined(badge)).build());
        awards().revoke(award.id(), MISTAKE);
        assertThat(awards().award(award, List.of())).contains(new Awarded(award.revoked(MISTAKE), false));
    }

    @Test
    void aNoticeIsStoredWithItsAward() {
        Award award =
                anAwardOf(defined(badge)).issuedOn(Times.earlierThanEver()).build();
        awards().award(award, List.of(noticeOf(award)));
        assertThat(noticesTo(award.address())).containsExactly(noticeOf(award));
    }

    @Test
    void twoMailboxesMayHaveAwardsOfOneSequence() {
        Award one = awarded(anAwardOf(defined(badge)).build());
        EmailAddress other = Some.address();
        AwardId sameSequence = new AwardId(Some.recipient(other), one.id().sequence());
        Award two = awarded(one.readdressed(sameSequence, other));
        assertThat(awards().byId(one.id())).contains(one);
        assertThat(awards().byId(two.id())).contains(two);
    }

    @Test
    void ofOneAwardManyTimesAtOnceOneIsNew() {
        Award award =
                anAwardOf(defined(badge)).issuedOn(Times.earlierThanEver()).build();
        List<Awarded> outcomes = Race.of(
                CROWD, i -> awards().award(award, List.of(noticeOf(award))).orElseThrow());
        assertThat(outcomes).filteredOn(Awarded::isNew).hasSize(1);
        assertThat(outcomes).extracting(Awarded::award).containsOnly(award);
        assertThat(noticesTo(award.address())).hasSize(1);
        assertThat(backpack(accountAt(award.address()))).containsExactly(award);
    }

    @Test
    void anAwardIsRevokedOnce() {
        Award award = awarded(anAwardOf(defined(badge)).build());
        assertThat(awards().revoke(award.id(), MISTAKE)).isTrue();
        assertThat(awards().revoke(award.id(), new Revocation("Again.", Times.NOW)))
                .isFalse();
        assertThat(awards().byId(award.id())).contains(award.revoked(MISTAKE));
    }

    @Test
    void anUnknownAwardIsNotRevoked() {
        assertThat(awards().revoke(anAwardOf(badge).build().id(), MISTAKE)).isFalse();
    }

    @Test
    void ofManyRevocationsAtOnceOneCounts() {
        Award award = awarded(anAwardOf(defined(badge)).build());
        List<Revocation> reasons = IntStream.range(0, CROWD)
                .mapToObj(i -> new Revocation("Reason " + i, Times.NOW))
                .toList();
        List<Boolean> outcomes = Race.of(CROWD, i -> awards().revoke(award.id(), reasons.get(i)));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(awards().byId(award.id())).contains(award.revoked(reasons.get(outcomes.indexOf(true))));
    }

    @Test
    void anAwardMovesForWhomItsAddressIsVerified() {
        Award award = awarded(anAwardOf(defined(badge)).in(AwardState.OFFERED).build());
        Account owner = accountAt(award.address());
        assertThat(move(award, owner, AwardState.OFFERED, AwardState.SHOWN)).isTrue();
        assertThat(awards().byId(award.id())).contains(award.in(AwardState.SHOWN, Optional.empty()));
    }

    @Test
    void anAwardMovesForNobodyElse() {
        Award award = awarded(anAwardOf(defined(badge)).in(AwardState.OFFERED).build());
        Account stranger = accountAt(Some.address());
        assertThat(move(award, stranger, AwardState.OFFERED, AwardState.SHOWN)).isFalse();
        accountAt(award.address());
        assertThat(move(award, stranger, AwardState.OFFERED, AwardState.SHOWN)).isFalse();
        assertThat(awards().byId(award.id())).contains(award);
    }

    @Test
    void anAwardMovesOnlyFromTheStatesThatAreNamed() {
        Award award = awarded(anAwardOf(defined(badge)).in(AwardState.WAITING).build());
        Account owner = accountAt(award.address());
        Set<AwardState> others = EnumSet.complementOf(EnumSet.of(AwardState.WAITING));
        assertThat(awards().move(award.id(), owner.id(), others, AwardState.SHOWN, Optional.empty()))
                .isFalse();
        assertThat(awards().byId(award.id())).contains(award);
    }

    @Test
    void aRefusalIsKeptAndGoesWithItsState() {
        Award award = awarded(anAwardOf(defined(badge)).in(AwardState.WAITING).build());
        Account owner = accountAt(award.address());
        Set<AwardState> waiting = Set.of(AwardState.WAITING);
        Optional<String> reason = Optional.of("Unknown issuer.");
        assertThat(awards().move(award.id(), owner.id(), waiting, AwardState.REFUSED, reason))
                .isTrue();
        assertThat(awards().byId(award.id())).contains(award.in(AwardState.REFUSED, reason));
        assertThat(move(award, owner, AwardState.REFUSED, AwardState.OFFERED)).isTrue();
        assertThat(awards().byId(award.id())).contains(award.in(AwardState.OFFERED, Optional.empty()));
    }

    @Test
    void anUnknownAwardDoesNotMove() {
        Account owner = accountAt(Some.address());
        Award never = anAwardOf(badge).to(owner.primaryEmail().address()).build();
        assertThat(move(never, owner, AwardState.SHOWN, AwardState.DECLINED)).isFalse();
    }

    @Test
    void aRevokedOrReaddressedAwardDoesNotMove() {
        Award revoked = awarded(anAwardOf(defined(badge)).build());
        Account owner = accountAt(revoked.address());
        awards().revoke(revoked.id(), MISTAKE);
        assertThat(move(revoked, owner, AwardState.SHOWN, AwardState.HIDDEN)).isFalse();
        assertThat(awards().byId(revoked.id())).contains(revoked.revoked(MISTAKE));
        Award wrong = awarded(anAwardOf(badge).build());
        EmailAddress address = Some.address();
        AwardId right = new AwardId(Some.recipient(address), wrong.id().sequence());
        awards().readdress(wrong.id(), wrong.readdressed(right, address), List.of());
        Account late = accountAt(wrong.address());
        assertThat(move(wrong, late, AwardState.SHOWN, AwardState.HIDDEN)).isFalse();
        assertThat(awards().byId(wrong.id())).contains(wrong.replacedBy(right));
    }

    @Test
    void ofManyMovesAtOnceOneCounts() {
        Award award = awarded(anAwardOf(defined(badge)).build());
        Account owner = accountAt(award.address());
        List<Boolean> outcomes = Race.of(CROWD, i -> move(award, owner, AwardState.SHOWN, AwardState.DECLINED));
        assertThat(outcomes).containsOnlyOnce(true);
    }

    private boolean move(Award award, Account owner, AwardState from, AwardState to) {
        return awards().move(award.id(), owner.id(), Set.of(from), to, Optional.empty());
    }

    private AwardStore awards() {
        return stores().awards();
    }
}
