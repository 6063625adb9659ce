package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.AwardStore.Readdressing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link AwardStore#readdress}. */
public abstract class ReaddressingContract extends StorageContractBase {
    private static final Revocation MISTAKE = new Revocation("Awarded by mistake.", Times.NOW);

    @Test
    void aReaddressedAwardIsAtItsNewAddressWithItsNotice() {
        Award wrong = anAward();
        Award right = at(Some.address(), wrong);
        assertThat(readdress(wrong, right)).isEqualTo(Readdressing.DONE);
        assertThat(awards().byId(right.id())).contains(right);
        assertThat(awards().byId(wrong.id())).contains(wrong.replacedBy(right.id()));
        assertThat(noticesTo(right.address())).containsExactly(noticeOf(right));
        assertThat(backpack(accountAt(right.address()))).containsExactly(right);
        assertThat(backpack(accountAt(wrong.address()))).isEmpty();
    }

    @Test
    void anAwardThatIsRepeatedAtItsOldAddressIsTheOneInItsPlace() {
        Award wrong = anAward();
        Award right = at(Some.address(), wrong);
        readdress(wrong, right);
        assertThat(awards().award(wrong, List.of(noticeOf(wrong)))).contains(new Awarded(right, false));
        assertThat(noticesTo(wrong.address())).isEmpty();
    }

    @Test
    void anAwardThatWasReaddressedTwiceIsAtItsLastAddress() {
        Award first = anAward();
        Award second = at(Some.address(), first);
        Award third = at(Some.address(), first);
        readdress(first, second);
        assertThat(readdress(second, third)).isEqualTo(Readdressing.DONE);
        assertThat(awards().award(first, List.of())).contains(new Awarded(third, false));
        assertThat(awards().award(second, List.of())).contains(new Awarded(third, false));
    }

    @Test
    void anAwardThatIsSentBackToItsFirstAddressIsThereAgain() {
        Award first = anAward();
        Award second = at(Some.address(), first);
        readdress(first, second);
        assertThat(readdress(second, first)).isEqualTo(Readdressing.DONE);
        assertThat(awards().byId(first.id())).contains(first);
        assertThat(awards().award(second, List.of())).contains(new Awarded(first, false));
        assertThat(backpack(accountAt(first.address()))).containsExactly(first);
    }

    @Test
    void anAwardThatIsAtTheNewAddressAlreadyStaysAsItIs() {
        Award wrong = anAward();
        Award right = at(Some.address(), wrong);
        awarded(right);
        awards().revoke(right.id(), MISTAKE);
        assertThat(readdress(wrong, right)).isEqualTo(Readdressing.DONE);
        assertThat(awards().byId(right.id())).contains(right.revoked(MISTAKE));
        assertThat(awards().award(wrong, List.of())).contains(new Awarded(right.revoked(MISTAKE), false));
        assertThat(noticesTo(right.address())).isEmpty();
    }

    @Test
    void anAwardWhoseAddressIsVerifiedStays() {
        Award award = anAward();
        Account owner = accountAt(award.address());
        Award other = at(Some.address(), award);
        assertThat(readdress(award, other)).isEqualTo(Readdressing.ADDRESS_VERIFIED);
        assertThat(awards().byId(other.id())).isEmpty();
        assertThat(noticesTo(other.address())).isEmpty();
        assertThat(backpack(owner)).containsExactly(award);
    }

    @Test
    void aRevokedReaddressedOrUnknownAwardIsGone() {
        Award revoked = anAward();
        awards().revoke(revoked.id(), MISTAKE);
        Award readdressed = anAward();
        readdress(readdressed, at(Some.address(), readdressed));
        Award unknown = at(Some.address(), revoked);
        for (Award gone : List.of(revoked, readdressed, unknown)) {
            Award other = at(Some.address(), gone);
            assertThat(readdress(gone, other)).isEqualTo(Readdressing.GONE);
            assertThat(awards().byId(other.id())).isEmpty();
        }
    }

    @Test
    void anAwardIsNotReaddressedToItself() {
        Award award = anAward();
        Award shouting = at(EmailAddress.parse("MIA" + award.address().text().substring(3)), award);
        assertThatThrownBy(() -> readdress(award, shouting)).isInstanceOf(IllegalArgumentException.class);
        assertThat(awards().byId(award.id())).contains(award);
    }

    @Test
    void aReaddressedAwardIsNotRevokedAtItsOldAddress() {
        Award wrong = anAward();
        Award right = at(Some.address(), wrong);
        readdress(wrong, right);
        assertThat(awards().revoke(wrong.id(), MISTAKE)).isFalse();
        assertThat(awards().revoke(right.id(), MISTAKE)).isTrue();
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        Award wrong = anAward();
        List<Award> others = IntStream.range(0, CROWD)
                .mapToObj(i -> at(Some.address(), wrong))
                .toList();
        List<Readdressing> outcomes = Race.of(CROWD, i -> readdress(wrong, others.get(i)));
        assertThat(outcomes).containsOnly(Readdressing.DONE, Readdressing.GONE).containsOnlyOnce(Readdressing.DONE);
        Award right = others.get(outcomes.indexOf(Readdressing.DONE));
        assertThat(awards().award(wrong, List.of())).contains(new Awarded(right, false));
        assertThat(others.stream().flatMap(o -> awards().byId(o.id()).stream())).containsExactly(right);
    }

    @Test
    void anAwardIsReaddressedOrRevokedButNotBoth() {
        for (int round = 0; round < 20; round++) {
            Award wrong = anAward();
            Award right = at(Some.address(), wrong);
            List<Object> outcomes =
                    Race.of(2, i -> i == 0 ? readdress(wrong, right) : (Object) awards().revoke(wrong.id(), MISTAKE));
            assertThat(outcomes).isIn(List.of(Readdressing.DONE, false), List.of(Readdressing.GONE, true));
        }
    }

    /** Early, so that its notice is among the first. */
    private Award anAward() {
        return awarded(anAwardOf(defined(aBadge().build()))
                .issuedOn(Times.earlierThanEver())
                .build());
    }

    private static Award at(EmailAddress address, Award award) {
        return award.readdressed(new AwardId(Some.recipient(address), award.id().sequence()), address);
    }

    private Readdressing readdress(Award award, Award corrected) {
        return awards().readdress(award.id(), corrected, List.of(noticeOf(corrected)));
    }

    private AwardStore awards() {
        return stores().awards();
    }
}
