package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.announcedAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.AddressMove;
import dev.badgr.account.AddressMove.Lapse;
import dev.badgr.account.AddressMove.State;
import dev.badgr.account.MoveId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Announcement;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.MoveStore;
import dev.badgr.port.MoveStore.Asking;
import dev.badgr.port.MoveStore.Telling;
import dev.badgr.port.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link MoveStore}. */
public abstract class MoveStoreContract extends StorageContractBase {
    private static final int MAX = 10;

    private final Instant then = Times.earlierThanEver();
    private final EmailAddress first = Some.address();
    private final EmailAddress work = Some.address();
    private final EmailAddress hers = Some.address();
    private final Announcement announcement = announcedAt(then);

    @Test
    void whatWasAskedForIsKeptAsItIs() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        assertThat(moves().of(giver.id())).containsExactly(move);
        assertThat(moves().of(taker.id())).containsExactly(move);
        assertThat(moves().of(Some.accountId())).isEmpty();
        assertStored(giver, taker);
    }

    @Test
    void eachAddressOfTheGiverIsToldAndBothKeepARecord() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        asked(giver, taker);
        assertThat(noticesTo(first)).extracting(Notice::id).containsExactly(announcement.id());
        assertThat(noticesTo(work)).extracting(Notice::id).containsExactly(announcement.id());
        assertThat(noticesTo(hers)).isEmpty();
        assertThat(record(giver)).isEqualTo(announcement.record());
        assertThat(record(taker)).isEqualTo(announcement.record());
    }

    @Test
    void anAccountAtAnotherEpochAsksForNothing() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        changed(taker, taker.withPassword(Some.password()));
        assertThat(ask(move(giver, taker), taker)).isEqualTo(Asking.ACCOUNT_CHANGED);
        assertNothingAsked(giver);
    }

    @Test
    void whatIsNotPossibleIsNotAskedFor() {
        Account giver = accountAt(work);
        Account taker = accountAt(hers);
        assertThat(ask(move(giver, taker), taker)).as("its only one").isEqualTo(Asking.NOT_POSSIBLE);
        giver = changed(giver, giver.with(Some.verified(first, Times.NOW)));
        assertThat(moves().ask(move(giver, taker), taker, 1, announcement)).isEqualTo(Asking.NO_ROOM);
        AddressMove ofNobody = moveFrom(Some.accountId(), taker);
        assertThat(ask(ofNobody, taker)).isEqualTo(Asking.NOT_POSSIBLE);
        giver = changed(giver, giver.disabledSince(Optional.of(then)));
        assertThat(ask(move(giver, taker), taker)).as("closed").isEqualTo(Asking.NOT_POSSIBLE);
        assertNothingAsked(giver);
    }

    @Test
    void whileOneIsPendingThereIsNoOtherAndThenTheLatestIsKept() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove pending = asked(giver, taker);
        assertThat(ask(move(giver, taker), taker)).isEqualTo(Asking.ASKED_BEFORE);
        assertThat(moves().of(giver.id())).containsExactly(pending);
        assertThat(moves().end(pending.objected(), giver, announcement)).isTrue();
        assertThat(moves().of(giver.id())).containsExactly(pending.objected());
        AddressMove next = asked(giver, taker);
        assertThat(moves().of(taker.id())).containsExactly(next);
    }

    @Test
    void oneFromAFormerAccountGivesWay() {
        Account former = accountAt(first, work);
        Account taker = accountAt(hers);
        asked(former, taker);
        changed(former, former.without(work.key()));
        Account giver = accountAt(Some.address(), work);
        AddressMove next = asked(giver, taker);
        assertThat(moves().of(taker.id())).containsExactly(next);
        assertThat(moves().of(former.id())).isEmpty();
    }

    @Test
    void anEndIsToldToBothAndMovesNothing() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        Announcement ended = announcedAt(then.plusMillis(1));
        assertThat(moves().end(move.withdrawn(), taker, ended)).isTrue();
        assertThat(moves().of(giver.id())).containsExactly(move.withdrawn());
        Stream.of(first, work, hers)
                .forEach(address ->
                        assertThat(noticesTo(address)).extracting(Notice::id).contains(ended.id()));
        assertThat(record(giver)).isEqualTo(ended.record());
        assertThat(record(taker)).isEqualTo(ended.record());
        assertStored(giver, taker);
        assertThat(moves().end(move.objected(), giver, ended)).as("over").isFalse();
        assertThat(moves().of(giver.id())).containsExactly(move.withdrawn());
    }

    @Test
    void anAccountAtAnotherEpochDecidesNothing() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        Account now = changed(giver, giver.withPassword(Some.password()));
        assertThat(moves().end(move.objected(), giver, announcement)).isFalse();
        assertThat(carryOut(move, Optional.of(giver))).isEmpty();
        assertThat(moves().of(giver.id())).containsExactly(move);
        assertStored(now, taker);
    }

    @Test
    void whatIsCarriedOutRaisesBothEpochsAndIsToldToBoth() {
        Account giver = accountAt(work, first);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        Telling telling = telling();
        Optional<AddressMove> after = moves().carryOut(move, Optional.of(giver), MAX, telling);
        assertThat(after.map(AddressMove::state)).contains(State.MOVED);
        assertThat(moves().of(giver.id())).containsExactly(after.orElseThrow());
        Account without =
                giver.withPrimary(Some.recipient(first)).without(work.key()).atEpoch(giver.epoch() + 1);
        assertStored(without, taker.with(Some.verified(work, move.askedAt())));
        assertThat(noticesTo(first))
                .extracting(Notice::id)
                .contains(telling.removed().id());
        assertThat(noticesTo(work))
                .extracting(Notice::id)
                .contains(telling.removed().id());
        assertThat(noticesTo(hers))
                .extracting(Notice::id)
                .containsExactly(telling.added().id());
        assertThat(record(giver)).isEqualTo(telling.removed().record());
        assertThat(record(taker)).isEqualTo(telling.added().record());
        assertThat(carryOut(move, Optional.empty())).as("once more").isEmpty();
    }

    @Test
    void whatIsNotPossibleAnyMoreComesToNothing() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        Account now = changed(giver, giver.without(work.key()));
        Telling telling = telling();
        Optional<AddressMove> after = moves().carryOut(move, Optional.empty(), MAX, telling);
        assertThat(after.flatMap(AddressMove::lapse)).contains(Lapse.GONE);
        assertThat(moves().of(taker.id())).containsExactly(after.orElseThrow());
        assertStored(now, taker);
        assertThat(noticesTo(hers))
                .extracting(Notice::id)
                .containsExactly(telling.ended().id());
        assertThat(noticesTo(first))
                .extracting(Notice::id)
                .contains(telling.ended().id());
        assertThat(record(taker)).isEqualTo(telling.ended().record());
    }

    @Test
    void theLongestDueComeFirstAndWhatIsDecidedNever() {
        Account taker = accountAt(hers);
        AddressMove later = askedAt(then.plusMillis(1), taker);
        AddressMove sooner = askedAt(then, taker);
        AddressMove withdrawn = askedAt(then, taker);
        assertThat(moves().end(withdrawn.withdrawn(), taker, announcement)).isTrue();
        Instant due = later.dueAt();
        assertThat(moves().due(due, 10)).containsExactly(sooner, later);
        assertThat(moves().due(due, 1)).containsExactly(sooner);
        assertThat(moves().due(due.minusMillis(1), 10)).containsExactly(sooner);
        assertThat(moves().due(then, 10)).isEmpty();
        assertThat(moves().due(due, 0)).isEmpty();
        assertThat(moves().of(taker.id()))
                .as("pending first, then the latest")
                .containsExactly(later, sooner, withdrawn.withdrawn());
        Stream.of(later, sooner).forEach(move -> moves().end(move.withdrawn(), taker, announcement));
    }

    @Test
    void ofManyWhoCarryOutOneMoveOneDoes() {
        Account giver = accountAt(first, work);
        Account taker = accountAt(hers);
        AddressMove move = asked(giver, taker);
        List<Optional<AddressMove>> outcomes = Race.of(CROWD, i -> carryOut(move, Optional.empty()));
        assertThat(outcomes.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(stores().accounts().byId(taker.id()).map(Account::epoch)).contains(taker.epoch() + 1);
        assertThat(stores().accounts().byId(giver.id()).map(Account::epoch)).contains(giver.epoch() + 1);
        assertThat(stores().accounts().byEmail(Some.recipient(work)).map(Account::id))
                .contains(taker.id());
    }

    @Test
    void ofManyWhoAskForOneMailboxOneDoes() {
        Account giver = accountAt(first, work);
        List<Account> takers =
                Stream.generate(() -> accountAt(Some.address())).limit(16).toList();
        List<Asking> outcomes = Race.of(16, i -> ask(move(giver, takers.get(i)), takers.get(i)));
        assertThat(outcomes).containsOnly(Asking.ASKED, Asking.ASKED_BEFORE).containsOnlyOnce(Asking.ASKED);
        AddressMove pending = moves().of(giver.id()).get(0);
        assertThat(pending.to())
                .isEqualTo(takers.get(outcomes.indexOf(Asking.ASKED)).id());
    }

    private MoveStore moves() {
        return stores().moves();
    }

    private AddressMove move(Account giver, Account taker) {
        return moveFrom(giver.id(), taker);
    }

    private AddressMove moveFrom(AccountId giver, Account taker) {
        return AddressMove.asked(MoveId.random(Some.random()), Some.verified(work, then), giver, taker.id());
    }

    private AddressMove asked(Account giver, Account taker) {
        AddressMove move = move(giver, taker);
        assertThat(ask(move, taker)).isEqualTo(Asking.ASKED);
        return move;
    }

    /** Of an address of somebody else's. */
    private AddressMove askedAt(Instant when, Account taker) {
        EmailAddress address = Some.address();
        Account giver = accountAt(Some.address(), address);
        AddressMove move =
                AddressMove.asked(MoveId.random(Some.random()), Some.verified(address, when), giver.id(), taker.id());
        assertThat(ask(move, taker)).isEqualTo(Asking.ASKED);
        return move;
    }

    private Asking ask(AddressMove move, Account by) {
        return moves().ask(move, by, MAX, announcement);
    }

    private Optional<AddressMove> carryOut(AddressMove move, Optional<Account> by) {
        return moves().carryOut(move, by, MAX, telling());
    }

    /** Of different moments, so that it shows which is the latest. */
    private Telling telling() {
        Duration later = Duration.ofMillis(1);
        return new Telling(announcedAt(then.plus(later)), announcedAt(then.plus(later)), announcedAt(then.plus(later)));
    }

    private void assertStored(Account... accounts) {
        for (Account account : accounts) {
            assertThat(stores().accounts().byId(account.id())).contains(account);
        }
    }

    private void assertNothingAsked(Account giver) {
        assertThat(moves().of(giver.id())).isEmpty();
        assertThat(noticesTo(first)).isEmpty();
    }

    /** The only one of this move's era, or the latest of them. */
    private AuditRecord record(Account account) {
        List<AuditRecord> records = stores().audit().page(account.id(), AuditQuery.newest(20)).stream()
                .filter(record -> record.at().isBefore(then.plus(Duration.ofDays(1))))
                .toList();
        return Objects.requireNonNull(records.get(0));
    }
}
