package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Revocation;
import dev.badgr.award.Withdrawal;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AwardStore.Readdressing;
import dev.badgr.port.BulkStore;
import dev.badgr.port.BulkStore.Announcing;
import dev.badgr.port.BulkStore.Revoked;
import dev.badgr.port.BulkStore.Revoking;
import dev.badgr.port.BulkStore.Taken;
import dev.badgr.text.Uuids;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link BulkStore}. */
public abstract class BulkStoreContract extends StorageContractBase {
    private static final Revocation MISTAKE = new Revocation("Awarded by mistake.\n🦉", Times.NOW.plusSeconds(5));

    private Badge badge;

    /** The queue is everybody's. */
    @BeforeEach
    @AfterEach
    void emptyTheQueue() {
        badge = defined(aBadge().build());
        while (take(1_000).count() > 0) {
            // goes on
        }
    }

    @Test
    void nothingOfASliceIsLost() {
        List<Award> slice = List.of(
                anAwardOf(badge)
                        .to(EmailAddress.parse("Mia-" + Some.word() + "@Bücher.example"))
                        .issuedOn(Instant.parse("2024-02-29T23:59:59.999Z"))
                        .expires(Instant.parse("2025-03-01T00:00:00.001Z"))
                        .withNarrative("She wrote:\n\t\"done\" \\ \\N 𝒜🦉")
                        .withEvidence(
                                Evidence.of("https://plp.example/work?a=1&b=%20"),
                                new Evidence(
                                        URI.create("http://plp.example/二"),
                                        Optional.of("Zwei\n\"Zeilen\", 🦉".repeat(200))))
                        .withKey("course-7/Ж🦉,;\"")
                        .build(),
                anAwardOf(badge).refused("Not from here: \"🦉\"").build(),
                anAwardOf(badge).issuedOn(Instant.EPOCH).build(),
                anAwardOf(badge)
                        .issuedOn(Instant.parse("9999-12-31T23:59:59.999Z"))
                        .build(),
                anAwardOf(badge).build().inSuccessionTo(anAwardOf(badge).build().id()));
        assertThat(store(slice)).isEqualTo(all(slice));
        assertThat(stored(slice)).isEqualTo(slice);
    }

    @Test
    void everyStateIsKept() {
        List<Award> slice = Stream.of(AwardState.values())
                .map(state -> anAwardOf(badge).in(state).build())
                .toList();
        store(slice);
        assertThat(stored(slice)).isEqualTo(slice);
    }

    @Test
    void onlyThoseThatAreNewAreStored() {
        List<Award> slice = some(9);
        Award first = slice.get(3).in(AwardState.OFFERED, Optional.empty());
        awarded(first);
        awarded(slice.get(8));
        stores().awards().revoke(slice.get(8).id(), MISTAKE);
        assertThat(store(slice).stream()).containsExactly(0, 1, 2, 4, 5, 6, 7);
        assertThat(stores().awards().byId(first.id())).contains(first);
        assertThat(stores().awards().byId(slice.get(8).id()))
                .contains(slice.get(8).revoked(MISTAKE));
        assertThat(store(slice)).isEqualTo(new BitSet());
    }

    @Test
    void aSliceMayBeLargeAndHalfOfItThereAlready() {
        List<Award> slice = some(1_500);
        List<Award> half = IntStream.range(0, 1_500)
                .filter(i -> i % 2 == 0)
                .mapToObj(slice::get)
                .toList();
        assertThat(store(half)).isEqualTo(all(half));
        assertThat(store(slice).stream())
                .containsExactlyElementsOf(IntStream.range(0, 1_500)
                        .filter(i -> i % 2 == 1)
                        .boxed()
                        .toList());
        assertThat(stored(slice)).isEqualTo(slice);
    }

    /** However few of them a storage may look at before it tries. */
    @Test
    void oneOfALargeSliceMayBeThereAlreadyWhereverItIs() {
        for (int place : List.of(0, 1, 211, 399)) {
            List<Award> slice = some(400);
            List<AwardId> inOrder = slice.stream()
                    .map(Award::id)
                    .sorted(Comparator.comparing(id -> id.recipient().value(), Uuids.ORDER))
                    .toList();
            Award there = slice.stream()
                    .filter(award -> award.id().equals(inOrder.get(place)))
                    .findFirst()
                    .orElseThrow();
            awarded(there);
            assertThat(store(slice).stream().mapToObj(slice::get))
                    .containsExactlyElementsOf(
                            slice.stream().filter(award -> !award.equals(there)).toList());
            assertThat(stored(slice)).isEqualTo(slice);
        }
    }

    @Test
    void aTransactionMayHaveSeveralSlices() {
        List<Award> slice = some(300);
        awarded(slice.get(20));
        awarded(slice.get(260));
        List<BitSet> added = storage()
                .inTransaction(stores -> Stream.of(slice.subList(0, 200), slice.subList(100, 300), slice)
                        .map(part -> stores.bulk().award(part, Optional.empty()))
                        .toList());
        assertThat(added).extracting(BitSet::cardinality).containsExactly(199, 99, 0);
        assertThat(stored(slice)).isEqualTo(slice);
    }

    @Test
    void awardsOfManyToOneMailboxAreTold() {
        EmailAddress mia = Some.address();
        List<Award> slice = IntStream.range(0, 300)
                .mapToObj(i -> anAwardOf(badge).to(mia).build())
                .toList();
        store(slice);
        assertThat(stores().awards().to(Some.recipient(mia), 1_000)).hasSameSizeAs(slice);
    }

    @Test
    void aSliceIsAsGoodAsTheStorageSays() {
        assertThat(stores().bulk().slice()).isBetween(100, 100_000);
    }

    @Test
    void whatIsAnnouncedIsTakenOnceInSmallPortions() {
        List<Award> all = new ArrayList<>(some(5));
        announce(all, Times.NOW);
        List<Award> more = some(3);
        announce(more, Times.NOW.plusSeconds(1));
        all.addAll(more);
        List<Award> told = new ArrayList<>();
        for (Taken taken = take(3); taken.count() > 0; taken = take(3)) {
            assertThat(taken.count()).isLessThanOrEqualTo(3);
            told.addAll(taken.live());
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void onlyNewAwardsAreAnnounced() {
        List<Award> slice = some(4);
        store(slice.subList(0, 2));
        announce(slice, Times.NOW);
        announce(slice, Times.NOW);
        assertThat(take(10).live()).containsExactlyInAnyOrderElementsOf(slice.subList(2, 4));
        assertThat(take(10).count()).isZero();
    }

    @Test
    void whatWasTakenBackOrReaddressedFallsAway() {
        List<Award> slice = some(3);
        announce(slice, Times.NOW);
        stores().awards().revoke(slice.get(0).id(), MISTAKE);
        EmailAddress right = Some.address();
        AwardId rightId = new AwardId(Some.recipient(right), slice.get(1).id().sequence());
        assertThat(stores().awards().readdress(slice.get(1).id(), slice.get(1).readdressed(rightId, right), List.of()))
                .isEqualTo(Readdressing.DONE);
        assertThat(take(10)).isEqualTo(new Taken(3, List.of(slice.get(2))));
    }

    @Test
    void whatATransactionTookThatIsGivenUpIsTakenAgain() {
        List<Award> slice = some(3);
        announce(slice, Times.NOW);
        assertThatThrownBy(() -> storage().inTransaction(stores -> {
                    assertThat(stores.bulk().takeUnannounced(10).count()).isEqualTo(3);
                    throw new IllegalStateException("left");
                }))
                .hasMessage("left");
        assertThat(take(10).live()).containsExactlyInAnyOrderElementsOf(slice);
    }

    @Test
    void whoIsErasedIsNotAnnounced() {
        EmailAddress mia = Some.address();
        List<Award> slice = new ArrayList<>(some(5));
        slice.add(2, anAwardOf(badge).to(mia).build());
        slice.add(4, anAwardOf(badge).to(mia).build());
        announce(slice, Times.earlierThanEver());
        announce(List.of(anAwardOf(badge).to(mia).build()), Times.NOW);
        Account account = accountAt(mia);
        int before = take(1).count();
        erase(account);
        List<Award> told = take(10).live();
        assertThat(before + told.size()).isBetween(5, 6);
        assertThat(told).noneMatch(award -> award.address().equals(mia));
        assertThat(take(10).count()).isZero();
    }

    @Test
    void manySlicesOfTheSameAwardsAtOnceStoreEachOnce() {
        List<Award> awards = some(400);
        List<List<Award>> slices = IntStream.range(0, 16)
                .mapToObj(i -> shuffled(awards, i).subList(0, 350))
                .toList();
        List<BitSet> added = Race.of(
                16, i -> stores().bulk().award(slices.get(i), Optional.of(new Announcing(Some.uuid(), Times.NOW))));
        List<AwardId> stored = IntStream.range(0, 16)
                .boxed()
                .flatMap(i -> added.get(i).stream()
                        .mapToObj(place -> slices.get(i).get(place).id()))
                .toList();
        assertThat(stored).hasSize(400).doesNotHaveDuplicates();
        assertThat(stored(awards)).isEqualTo(awards);
        List<Award> announced = new ArrayList<>();
        for (Taken taken = take(90); taken.count() > 0; taken = take(90)) {
            announced.addAll(taken.live());
        }
        assertThat(announced).containsExactlyInAnyOrderElementsOf(awards);
    }

    @Test
    void manyTakersAtOnceTakeEachAwardOnce() {
        List<Award> awards = some(200);
        for (int i = 0; i < 200; i += 50) {
            announce(awards.subList(i, i + 50), Times.NOW);
        }
        List<List<Award>> taken = Race.of(16, i -> {
            List<Award> mine = new ArrayList<>();
            for (Taken some = take(7); some.count() > 0; some = take(7)) {
                mine.addAll(some.live());
            }
            return mine;
        });
        List<Award> all = new ArrayList<>(taken.stream().flatMap(List::stream).toList());
        for (Taken some = take(7); some.count() > 0; some = take(7)) {
            all.addAll(some.live());
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(awards);
    }

    @Test
    void aSliceIsRevokedAsEachOfItsAwardsWouldBe() {
        List<Award> slice = some(500);
        store(slice);
        stores().awards().revoke(slice.get(7).id(), MISTAKE);
        Award unknown = anAwardOf(badge).build();
        List<Award> asked = new ArrayList<>(slice);
        asked.add(100, unknown);
        List<Revoking> wanted = asked.stream()
                .map(award -> new Revoking(award.id(), new Revocation("No. " + asked.indexOf(award), Times.NOW)))
                .toList();
        List<Revoked> revoked = stores().bulk().revoke(wanted);
        for (int i = 0; i < asked.size(); i++) {
            Award before = asked.get(i);
            Revoked expected = before.equals(unknown)
                    ? new Revoked(Optional.empty(), false)
                    : i == 7
                            ? new Revoked(Optional.of(before.revoked(MISTAKE)), false)
                            : new Revoked(
                                    Optional.of(before.revoked(wanted.get(i).revocation())), true);
            assertThat(revoked.get(i)).as("row %d", i).isEqualTo(expected);
        }
        assertThat(stores().statuses().withdrawn(badge.id().issuer(), Optional.empty(), 1_000))
                .extracting(Withdrawal::award)
                .containsExactlyInAnyOrderElementsOf(
                        slice.stream().map(Award::id).toList());
        assertThat(stores().bulk().revoke(wanted)).noneMatch(Revoked::isNow);
    }

    @Test
    void ofManyRevocationsOfOneSliceAtOnceEachAwardHasOne() {
        List<Award> slice = some(60);
        store(slice);
        List<List<Revoked>> outcomes = Race.of(
                16,
                i -> stores().bulk()
                        .revoke(shuffled(slice, i).stream()
                                .map(award -> new Revoking(award.id(), new Revocation("By " + i, Times.NOW)))
                                .toList()));
        assertThat(outcomes.stream().flatMap(List::stream).filter(Revoked::isNow))
                .hasSize(60);
        assertThat(stored(slice)).noneMatch(Award::isLive);
        assertThat(stores().statuses().withdrawn(badge.id().issuer(), Optional.empty(), 1_000))
                .hasSize(60);
    }

    private BitSet store(List<Award> slice) {
        return stores().bulk().award(slice, Optional.empty());
    }

    private void announce(List<Award> slice, Instant at) {
        stores().bulk().award(slice, Optional.of(new Announcing(Some.uuid(), at)));
    }

    private Taken take(int max) {
        return storage().inTransaction(stores -> stores.bulk().takeUnannounced(max));
    }

    private List<Award> some(int count) {
        return Stream.generate(() -> anAwardOf(badge).build()).limit(count).toList();
    }

    private List<Award> stored(List<Award> awards) {
        return awards.stream()
                .flatMap(award -> stores().awards().byId(award.id()).stream())
                .toList();
    }

    private static List<Award> shuffled(List<Award> awards, int seed) {
        List<Award> copy = new ArrayList<>(awards);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static BitSet all(List<Award> slice) {
        BitSet all = new BitSet();
        all.set(0, slice.size());
        return all;
    }
}
