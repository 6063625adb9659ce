package dev.badgr.contract;

import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.email.Challenge.State;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.Announcements;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.MergeStore;
import dev.badgr.port.MergeStore.Merging;
import dev.badgr.port.MergeStore.Outcome;
import dev.badgr.port.MergeStore.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link MergeStore}: when nothing is merged, and that it is merged once. */
public abstract class MergeRefusalContract extends MergeStoreContractBase {
    private static final int FEW = 16;

    private final EmailAddress theirs = Some.address();

    @Test
    void aProofMustBeProvenAndForMergingThisAccountIntoThatOne() {
        Account survivor = survivor();
        Account gone = accountAt(theirs, Some.address());
        Account stranger = accountAt(Some.address());
        assertNotMerged(Merging.PROOF_GONE, survivor, gone, ChallengeId.random(Some.random()));
        assertNotMerged(
                Merging.PROOF_GONE,
                survivor,
                gone,
                id(aChallenge().openFor(theirs).toMerge(gone.id(), survivor.id())));
        assertNotMerged(
                Merging.PROOF_GONE,
                survivor,
                gone,
                id(aChallenge()
                        .provenFor(theirs)
                        .toMerge(gone.id(), survivor.id())
                        .to(Purpose.MOVE)));
        assertNotMerged(
                Merging.PROOF_GONE,
                survivor,
                gone,
                id(aChallenge().provenFor(theirs).toMerge(gone.id(), stranger.id())));
        assertNotMerged(
                Merging.PROOF_GONE,
                survivor,
                gone,
                id(aChallenge().provenFor(theirs).to(Purpose.MERGE).by(survivor.id())));
    }

    @Test
    void aProofCountsOnlySoLong() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        ChallengeId proof = provenFor(survivor, gone);
        Wanted wanted = new Wanted(
                survivor.id(),
                survivor.epoch(),
                proof,
                Times.NOW.plusSeconds(600),
                MAX_EMAILS,
                Announcements.anAnnouncement());
        assertThat(merges().merge(wanted)).isEqualTo(Outcome.not(Merging.PROOF_GONE));
    }

    @Test
    void whoLostTheProvenAddressKeepsTheRest() {
        Account survivor = survivor();
        Account gone = accountAt(theirs, Some.address());
        ChallengeId proof = provenFor(survivor, gone);
        Account without = changed(
                gone,
                gone.withPrimary(gone.emails().get(1).recipient())
                        .without(theirs.key())
                        .atEpoch(gone.epoch() + 1));
        assertNotMerged(Merging.PROOF_GONE, survivor, without, proof);
    }

    @Test
    void aDisabledAccountIsNotMerged() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        ChallengeId proof = provenFor(survivor, gone);
        Account disabled = changed(gone, gone.disabledSince(Optional.of(Times.NOW)));
        assertNotMerged(Merging.PROOF_GONE, survivor, disabled, proof);
    }

    @Test
    void anAccountIsNotMergedTwiceNorByWhomeverItIsMergedInto() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        Account third = accountAt(Some.address());
        ChallengeId byThird = provenFor(third, gone);
        ChallengeId backwards = provenFor(gone, survivor);
        assertThat(merge(survivor, gone).merging()).isEqualTo(Merging.MERGED);
        Account together = survivor.takingIn(gone);
        assertThat(merges().merge(wanted(third, byThird, Times.NOW))).isEqualTo(Outcome.not(Merging.PROOF_GONE));
        assertThat(merges().merge(wanted(gone, backwards, Times.NOW))).isEqualTo(Outcome.not(Merging.STALE));
        assertThat(accounts().byId(survivor.id())).contains(together);
        assertThat(accounts().byId(third.id())).contains(third);
    }

    @Test
    void theSurvivorMustBeAtItsEpoch() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        ChallengeId proof = provenFor(survivor, gone);
        Account moved = changed(survivor, survivor.withPassword(Some.password()));
        assertThat(merges().merge(wanted(survivor, proof, Times.NOW))).isEqualTo(Outcome.not(Merging.STALE));
        assertThat(merges().merge(wanted(moved, proof, Times.NOW)).merging()).isEqualTo(Merging.MERGED);
    }

    @Test
    void thereAreNoMoreAddressesThanMayBe() {
        Account survivor = survivor();
        Account gone = accountAt(theirs, Some.address());
        ChallengeId proof = provenFor(survivor, gone);
        assertThat(merges().merge(with(3, wanted(survivor, proof, Times.NOW))))
                .isEqualTo(Outcome.not(Merging.TOO_MANY_EMAILS));
        assertUntouched(survivor, gone, proof);
        assertThat(merges().merge(with(4, wanted(survivor, proof, Times.NOW))).merging())
                .isEqualTo(Merging.MERGED);
    }

    @Test
    void mergingAgainGivesTheTombstoneOfThenAndChangesNothing() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        Wanted wanted = wanted(survivor, provenFor(survivor, gone), Times.NOW);
        Outcome first = merges().merge(wanted);
        Outcome again = Outcome.before(first.tombstone().orElseThrow());
        assertThat(merges().merge(wanted)).isEqualTo(again);
        Account later = changed(survivor.takingIn(gone), survivor.takingIn(gone).withPassword(Some.password()));
        assertThat(merges().merge(wanted(later, wanted.proof(), Times.NOW.plusSeconds(60))))
                .isEqualTo(again);
        assertThat(accounts().byId(survivor.id())).contains(later);
    }

    @Test
    void ofManyAtOnceOneMergesAndAllAreToldSo() {
        Account survivor = survivor();
        Account gone = accountAt(theirs);
        Wanted wanted = wanted(survivor, provenFor(survivor, gone), Times.NOW);
        List<Outcome> outcomes = Race.of(FEW, i -> merges().merge(wanted));
        assertThat(outcomes.stream().map(Outcome::merging))
                .containsOnly(Merging.MERGED, Merging.MERGED_BEFORE)
                .containsOnlyOnce(Merging.MERGED);
        assertThat(outcomes.stream().map(Outcome::tombstone).distinct()).hasSize(1);
        assertThat(accounts().byId(survivor.id())).contains(survivor.takingIn(gone));
    }

    private Account survivor() {
        return accountAt(Some.address(), Some.address());
    }

    private void assertNotMerged(Merging why, Account survivor, Account gone, ChallengeId proof) {
        assertThat(merges().merge(wanted(survivor, proof, Times.NOW))).isEqualTo(Outcome.not(why));
        assertThat(accounts().byId(survivor.id())).contains(survivor);
        assertThat(accounts().byId(gone.id())).contains(gone);
        assertThat(merges().of(gone.id())).isEmpty();
    }

    private void assertUntouched(Account survivor, Account gone, ChallengeId proof) {
        assertThat(accounts().byId(survivor.id())).contains(survivor);
        assertThat(accounts().byId(gone.id())).contains(gone);
        assertThat(stores().challenges().byId(proof).orElseThrow().challenge().state())
                .isEqualTo(State.PROVEN);
    }

    private ChallengeId id(dev.badgr.fixture.ChallengeFixture challenge) {
        return issued(challenge.build()).challenge().id();
    }

    private static Wanted with(int maxEmails, Wanted w) {
        return new Wanted(w.survivor(), w.epoch(), w.proof(), w.provenSince(), maxEmails, w.announcement());
    }
}
