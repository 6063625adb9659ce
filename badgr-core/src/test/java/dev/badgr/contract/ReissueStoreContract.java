package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.AwardStore.Readdressing;
import dev.badgr.port.AwardStore.Reissued;
import dev.badgr.port.AwardStore.Reissuing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link AwardStore#reissue}. */
public abstract class ReissueStoreContract extends StorageContractBase {
    private static final Revocation MISTAKE = new Revocation("Awarded by mistake.", Times.NOW);
    private static final int ROUNDS = 20;

    private final Badge badge = aBadge().build();

    @Test
    void anAwardAndItsNewIssueNameEachOther() {
        Award earlier = awarded(anAward());
        Award next = anAward().inSuccessionTo(earlier.id());
        assertThat(awards().reissue(earlier.id(), next, List.of(noticeOf(next))))
                .isEqualTo(done(next, true));
        assertThat(awards().byId(earlier.id())).contains(earlier.supersededBy(next.id()));
        assertThat(awards().byId(next.id())).contains(next);
        assertThat(noticesTo(next.address())).containsExactly(noticeOf(next));
    }

    @Test
    void anAwardIsIssuedAgainOnce() {
        Award earlier = awarded(anAward());
        Award next = anAward().inSuccessionTo(earlier.id());
        Award other = anAward().inSuccessionTo(earlier.id());
        reissue(earlier, next);
        assertThat(reissue(earlier, next)).isEqualTo(done(next, false));
        assertThat(awards().reissue(earlier.id(), other, List.of(noticeOf(other))))
                .isEqualTo(done(next, false));
        assertThat(awards().byId(other.id())).isEmpty();
        assertThat(noticesTo(other.address())).isEmpty();
    }

    @Test
    void aNewIssueMayBeIssuedAgain() {
        Award first = awarded(anAward());
        Award second = anAward().inSuccessionTo(first.id());
        Award third = anAward().inSuccessionTo(second.id());
        reissue(first, second);
        assertThat(reissue(second, third)).isEqualTo(done(third, true));
        assertThat(awards().byId(second.id())).contains(second.supersededBy(third.id()));
    }

    @Test
    void aNewIssueThatWasReaddressedIsTheOneInItsPlace() {
        Award earlier = awarded(anAward());
        Award next = anAward().inSuccessionTo(earlier.id());
        reissue(earlier, next);
        EmailAddress address = Some.address();
        Award right =
                next.readdressed(new AwardId(Some.recipient(address), next.id().sequence()), address);
        assertThat(awards().readdress(next.id(), right, List.of())).isEqualTo(Readdressing.DONE);
        assertThat(awards().byId(right.id())).contains(right);
        assertThat(reissue(earlier, next)).isEqualTo(done(right, false));
    }

    @Test
    void whatWasIssuedAgainIsNotReaddressed() {
        Award earlier = awarded(anAward());
        reissue(earlier, anAward().inSuccessionTo(earlier.id()));
        EmailAddress address = Some.address();
        Award elsewhere = earlier.readdressed(
                new AwardId(Some.recipient(address), earlier.id().sequence()), address);
        assertThat(awards().readdress(earlier.id(), elsewhere, List.of())).isEqualTo(Readdressing.GONE);
        assertThat(awards().byId(elsewhere.id())).isEmpty();
    }

    @Test
    void whatIsGoneIsNotIssuedAgain() {
        Award revoked = awarded(anAward());
        awards().revoke(revoked.id(), MISTAKE);
        Award readdressed = awarded(anAward());
        EmailAddress address = Some.address();
        AwardId right = new AwardId(Some.recipient(address), readdressed.id().sequence());
        awards().readdress(readdressed.id(), readdressed.readdressed(right, address), List.of());
        for (Award gone : List.of(revoked, readdressed, anAward())) {
            Award next = anAward().inSuccessionTo(gone.id());
            assertThat(reissue(gone, next)).isEqualTo(new Reissued(Reissuing.GONE, Optional.empty()));
            assertThat(awards().byId(next.id())).isEmpty();
        }
    }

    @Test
    void nothingIsStoredOfABadgeThatIsNotDefinedOrUnderAKeyThatIsTaken() {
        Award earlier = awarded(anAward());
        Award undefined = anAwardOf(aBadge().build()).build().inSuccessionTo(earlier.id());
        assertThat(reissue(earlier, undefined)).isEqualTo(new Reissued(Reissuing.BADGE_UNKNOWN, Optional.empty()));
        Award other = awarded(anAward());
        for (Award taken : List.of(other, earlier)) {
            assertThat(reissue(earlier, taken.inSuccessionTo(earlier.id())))
                    .isEqualTo(new Reissued(Reissuing.KEY_TAKEN, Optional.empty()));
            assertThat(awards().byId(taken.id())).contains(taken);
        }
        assertThat(awards().byId(earlier.id())).contains(earlier);
    }

    @Test
    void whatDoesNotSayThatItIsTheNewIssueIsMisuse() {
        Award earlier = awarded(anAward());
        assertThatThrownBy(() -> reissue(earlier, anAward())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyAtOnceOneIsTheNewIssue() {
        Award earlier = awarded(anAward());
        List<Award> all = IntStream.range(0, CROWD)
                .mapToObj(i -> anAward().inSuccessionTo(earlier.id()))
                .toList();
        List<Awarded> outcomes =
                Race.of(CROWD, i -> reissue(earlier, all.get(i)).awarded().orElseThrow());
        assertThat(outcomes).filteredOn(Awarded::isNew).hasSize(1);
        Award next = outcomes.get(0).award();
        assertThat(outcomes).extracting(Awarded::award).containsOnly(next);
        assertThat(awards().byId(earlier.id())).contains(earlier.supersededBy(next.id()));
        assertThat(all.stream().flatMap(a -> awards().byId(a.id()).stream())).containsExactly(next);
    }

    @Test
    void whatIsRevokedMeanwhileIsIssuedAgainBeforeThatOrNotAtAll() {
        for (int round = 0; round < ROUNDS; round++) {
            Award earlier = awarded(anAward());
            Award next = anAward().inSuccessionTo(earlier.id());
            Object[] outcomes = Race.of(
                            2,
                            i -> i == 0
                                    ? reissue(earlier, next).outcome()
                                    : (Object) awards().revoke(earlier.id(), MISTAKE))
                    .toArray();
            assertThat(outcomes[1]).isEqualTo(true);
            Award after = awards().byId(earlier.id()).orElseThrow();
            if (outcomes[0] == Reissuing.DONE) {
                assertThat(after).isEqualTo(earlier.supersededBy(next.id()).revoked(MISTAKE));
                assertThat(awards().byId(next.id())).contains(next);
            } else {
                assertThat(after).isEqualTo(earlier.revoked(MISTAKE));
                assertThat(awards().byId(next.id())).isEmpty();
            }
        }
    }

    @Test
    void whatIsReaddressedMeanwhileIsOneOrTheOther() {
        for (int round = 0; round < ROUNDS; round++) {
            Award earlier = awarded(anAward());
            Award next = anAward().inSuccessionTo(earlier.id());
            EmailAddress address = Some.address();
            AwardId right = new AwardId(Some.recipient(address), earlier.id().sequence());
            List<Object> outcomes = Race.of(
                    2,
                    i -> i == 0
                            ? reissue(earlier, next).outcome()
                            : (Object)
                                    awards().readdress(earlier.id(), earlier.readdressed(right, address), List.of()));
            assertThat(outcomes)
                    .isIn(List.of(Reissuing.DONE, Readdressing.GONE), List.of(Reissuing.GONE, Readdressing.DONE));
        }
    }

    /** Early, so that its notice is among the first. */
    private Award anAward() {
        return anAwardOf(defined(badge)).issuedOn(Times.earlierThanEver()).build();
    }

    private Reissued reissue(Award earlier, Award next) {
        return awards().reissue(earlier.id(), next, List.of());
    }

    private static Reissued done(Award award, boolean isNew) {
        return new Reissued(Reissuing.DONE, Optional.of(new Awarded(award, isNew)));
    }

    private AwardStore awards() {
        return stores().awards();
    }
}
