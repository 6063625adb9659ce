package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.BadgeFixture.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.IssuerId;
import dev.badgr.award.Revocation;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore.Readdressing;
import dev.badgr.port.StatusStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link StatusStore}. */
public abstract class StatusStoreContract extends StorageContractBase {
    private final Badge badge = aBadge().build();
    private final IssuerId issuer = badge.id().issuer();

    @Test
    void anAwardHasOneSlotForEver() {
        Award award = anAward();
        StatusSlot slot = statuses().slot(award.id(), issuer);
        assertThat(StatusSlot.candidates(award.id(), 0)).first().isEqualTo(slot);
        assertThat(statuses().slot(award.id(), issuer)).isEqualTo(slot);
        assertThat(statuses().slot(anAward().id(), issuer)).isNotEqualTo(slot);
    }

    /** With two issuers' statuses in one another's way nothing would tell them apart. */
    @Test
    void eachIssuerHasListsOfItsOwn() {
        Award award = anAward();
        IssuerId other = anIssuer().id();
        assertThat(statuses().slot(award.id(), issuer)).isEqualTo(statuses().slot(award.id(), other));
        revoke(award);
        assertThat(statuses().withdrawnIn(other, 0)).contains(List.of());
    }

    @Test
    void anAwardWhoseFirstCandidateIsTakenHasItsSecond() {
        AwardId award = someId();
        List<StatusSlot> candidates = StatusSlot.candidates(award, 0);
        take(candidates.subList(0, 1));
        assertThat(statuses().slot(award, issuer)).isEqualTo(candidates.get(1));
        assertThat(statuses().slot(award, issuer)).isEqualTo(candidates.get(1));
    }

    @Test
    void whereATierHasNoneTheNextOneHas() {
        AwardId award = someId();
        take(StatusSlot.candidates(award, 0));
        StatusSlot slot = statuses().slot(award, issuer);
        assertThat(StatusSlot.candidates(award, 1)).first().isEqualTo(slot);
        assertThat(statuses().withdrawnIn(issuer, slot.list())).contains(List.of());
    }

    @Test
    void ofManyThatWouldHaveTheSameSlotOneGetsIt() {
        AwardId one = someId();
        StatusSlot wanted = StatusSlot.candidates(one, 0).get(0);
        AwardId other = withFirst(wanted);
        List<StatusSlot> slots = Race.of(CROWD, i -> statuses().slot(i % 2 == 0 ? one : other, issuer));
        assertThat(slots.stream().distinct()).hasSize(2).contains(wanted);
        assertThat(statuses().slot(one, issuer)).isEqualTo(slots.get(0));
        assertThat(statuses().slot(other, issuer)).isEqualTo(slots.get(1));
    }

    @Test
    void ofOneAwardManyTimesAtOnceThereIsOneSlot() {
        Award award = anAward();
        List<StatusSlot> slots = Race.of(CROWD, i -> statuses().slot(award.id(), issuer));
        assertThat(slots).containsOnly(slots.get(0));
    }

    @Test
    void ofManyAwardsAtOnceEachHasItsOwnSlot() {
        List<Award> awards = IntStream.range(0, CROWD).mapToObj(i -> anAward()).toList();
        List<StatusSlot> slots =
                Race.of(2 * CROWD, i -> statuses().slot(awards.get(i / 2).id(), issuer));
        assertThat(slots.stream().distinct()).hasSize(CROWD);
    }

    @Test
    void aListSaysWhichOfItsAwardsCountNoMore() {
        Award kept = anAward();
        Award revoked = anAward();
        Award readdressed = anAward();
        StatusSlot first = statuses().slot(revoked.id(), issuer);
        StatusSlot second = statuses().slot(readdressed.id(), issuer);
        statuses().slot(kept.id(), issuer);
        assertThat(statuses().withdrawnIn(issuer, 0)).contains(List.of());
        revoke(revoked);
        readdress(readdressed);
        assertThat(statuses().withdrawnIn(issuer, 0)).contains(sorted(first.index(), second.index()));
    }

    @Test
    void aRevokedAwardMayGetItsSlotLater() {
        Award award = anAward();
        revoke(award);
        StatusSlot slot = statuses().slot(award.id(), issuer);
        assertThat(statuses().withdrawnIn(issuer, 0)).contains(List.of(slot.index()));
    }

    @Test
    void aListThatNoAwardStandsInIsNotThere() {
        assertThat(statuses().withdrawnIn(issuer, 0)).isEmpty();
        revoke(anAward());
        assertThat(statuses().withdrawnIn(issuer, 0)).isEmpty();
        statuses().slot(anAward().id(), issuer);
        assertThat(statuses().withdrawnIn(issuer, 1)).isEmpty();
    }

    @Test
    void whatAnIssuerTookBackIsListed() {
        Award revoked = anAward();
        anAward();
        assertThat(all()).isEmpty();
        revoke(revoked);
        assertThat(all()).containsExactly(new Withdrawal(revoked.id(), Optional.of("Mistake.")));
        Award readdressed = anAward();
        readdress(readdressed);
        assertThat(all())
                .containsExactlyInAnyOrder(
                        new Withdrawal(revoked.id(), Optional.of("Mistake.")),
                        new Withdrawal(readdressed.id(), Optional.empty()));
        assertThat(statuses().withdrawn(anIssuer().id(), Optional.empty(), 100)).isEmpty();
    }

    @Test
    void theListIsReadInPages() {
        List<AwardId> revoked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Award award = anAward();
            revoke(award);
            revoked.add(award.id());
        }
        // At the same sequence the mailbox decides.
        EmailAddress other = Some.address();
        AwardId twin = new AwardId(Some.recipient(other), revoked.get(3).sequence());
        revoke(awarded(anAwardOf(badge).to(other).build().readdressed(twin, other)));
        revoked.add(twin);
        List<AwardId> read = new ArrayList<>();
        Optional<AwardId> after = Optional.empty();
        List<Withdrawal> page;
        do {
            page = statuses().withdrawn(issuer, after, 3);
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            page.forEach(one -> read.add(one.award()));
            after = read.isEmpty() ? after : Optional.of(read.get(read.size() - 1));
        } while (page.size() == 3);
        assertThat(read).isEqualTo(revoked.stream().sorted().toList());
    }

    @Test
    void whatWasTakenBackInWorkThatFailedWasNot() {
        Award award = anAward();
        assertThatThrownBy(() -> storage().inTransaction(stores -> {
                    stores.awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(all()).isEmpty();
        assertThat(stores().awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW)))
                .isTrue();
        assertThat(all()).hasSize(1);
    }

    @Test
    void anAwardThatIsSentBackCountsAgain() {
        Award first = anAward();
        Award second = readdress(first);
        assertThat(stores().awards().readdress(second.id(), first, List.of())).isEqualTo(Readdressing.DONE);
        assertThat(all()).containsExactly(new Withdrawal(second.id(), Optional.empty()));
        revoke(first);
        assertThat(all()).hasSize(2);
    }

    @Test
    void ofManyRevocationsAtOnceOneIsListed() {
        Award award = anAward();
        List<Boolean> outcomes =
                Race.of(CROWD, i -> stores().awards().revoke(award.id(), new Revocation("Reason " + i, Times.NOW)));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(all()).containsExactly(new Withdrawal(award.id(), Optional.of("Reason " + outcomes.indexOf(true))));
    }

    /** By other awards: of some hundred thousand one has the candidate that is looked for. */
    private void take(List<StatusSlot> slots) {
        slots.stream()
                .distinct()
                .forEach(slot ->
                        assertThat(statuses().slot(withFirst(slot), issuer)).isEqualTo(slot));
    }

    private static AwardId withFirst(StatusSlot slot) {
        return Stream.generate(StatusStoreContract::someId)
                .filter(id -> StatusSlot.candidates(id, 0).get(0).equals(slot))
                .findFirst()
                .orElseThrow();
    }

    private static AwardId someId() {
        return AwardId.random(new RecipientKey(Some.uuid()), Times.NOW, Some.random());
    }

    private Award anAward() {
        defined(badge);
        return awarded(anAwardOf(badge).build());
    }

    private void revoke(Award award) {
        assertThat(stores().awards().revoke(award.id(), new Revocation("Mistake.", Times.NOW)))
                .isTrue();
    }

    private Award readdress(Award wrong) {
        EmailAddress address = Some.address();
        AwardId id = new AwardId(Some.recipient(address), wrong.id().sequence());
        Award right = wrong.readdressed(id, address);
        assertThat(stores().awards().readdress(wrong.id(), right, List.of())).isEqualTo(Readdressing.DONE);
        return right;
    }

    private List<Withdrawal> all() {
        return statuses().withdrawn(issuer, Optional.empty(), 100);
    }

    private static List<Integer> sorted(Integer... indexes) {
        return List.of(indexes).stream().sorted(Comparator.naturalOrder()).toList();
    }

    private StatusStore statuses() {
        return stores().statuses();
    }
}
