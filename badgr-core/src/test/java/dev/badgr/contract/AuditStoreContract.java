package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.anAnnouncement;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.AccountFixture;
import dev.badgr.fixture.ChallengeFixture;
import dev.badgr.fixture.GuessFixture;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.Actor;
import dev.badgr.port.Announcement;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.AuditStore;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.Event;
import dev.badgr.port.RetentionStore.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link AuditStore}, and what the other stores keep there of what they do. */
public abstract class AuditStoreContract extends StorageContractBase {
    /** Nothing that another test keeps is older. */
    private final Instant longAgo = Times.earlierThanEver();

    private AccountId account;

    @BeforeEach
    void somebodyTriesToSignIn() {
        account = mailboxWithAFailure();
    }

    @Test
    void nothingIsKeptForAnAccountThatIsGone() {
        AccountId gone = Some.accountId();
        stores().audit().append(gone, aRecordOf(Event.SIGN_INS_SLOWED));
        assertThat(stores().audit().page(gone, AuditQuery.newest(10))).isEmpty();
    }

    @Test
    void whatIsAppendedIsReadAsItWas() {
        List<AuditRecord> records = List.of(
                by(new Actor.Person(Some.client()), ""),
                by(new Actor.Staff("staff-17", "Ticket 4711: „gesperrt“"), "j•••@school.edu"),
                by(new Actor.Host(), "https://accounts.example"));
        records.forEach(this::append);
        assertThat(page(AuditQuery.newest(10))).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void theNewestComesFirst() {
        AuditRecord first = appended(Times.NOW);
        AuditRecord third = appended(Times.NOW.plusSeconds(2));
        AuditRecord second = appended(Times.NOW.plusSeconds(1));
        assertThat(page(AuditQuery.newest(10))).containsExactly(third, second, first);
    }

    @Test
    void aRecordThatIsAppendedAgainStaysAsItWas() {
        AuditRecord first = appended(Times.NOW);
        append(new AuditRecord(first.id(), Event.EMAIL_REMOVED, new Actor.Host(), "", first.at()));
        assertThat(page(AuditQuery.newest(10))).containsExactly(first);
    }

    @Test
    void anotherAccountsRecordsAreNotAmongThem() {
        appended(Times.NOW);
        assertThat(stores().audit().page(Some.accountId(), AuditQuery.newest(10)))
                .isEmpty();
    }

    @Test
    void pagesCoverEverythingOnceAlsoWhatHappenedAtOneMoment() {
        List<AuditRecord> all = IntStream.range(0, 23)
                .mapToObj(i -> appended(Times.NOW.plusMillis(i / 10)))
                .toList();
        List<AuditRecord> read = new ArrayList<>();
        Optional<Position> last = Optional.empty();
        List<AuditRecord> page;
        do {
            page = page(new AuditQuery(4, last));
            assertThat(page.size()).isLessThanOrEqualTo(5);
            read.addAll(page.subList(0, Math.min(4, page.size())));
            last = Optional.of(Position.of(read.get(read.size() - 1)));
        } while (page.size() > 4);
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(read).extracting(AuditRecord::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void pruningForgetsTheOldestUpToTheBound() {
        AuditRecord oldest = appended(longAgo);
        AuditRecord old = appended(longAgo.plusSeconds(1));
        AuditRecord third = appended(longAgo.plusSeconds(2));
        Instant before = third.at().minusMillis(1);
        assertThat(pruned(before, 1)).isEqualTo(1);
        assertThat(page(AuditQuery.newest(10))).containsExactly(third, old).doesNotContain(oldest);
        assertThat(pruned(before, 10)).isEqualTo(1);
        assertThat(pruned(before, 10)).isZero();
        assertThat(page(AuditQuery.newest(10))).containsExactly(third);
        assertThat(pruned(third.at(), 10)).isEqualTo(1);
    }

    @Test
    void anErasedAccountsRecordsGo() {
        Account gone = accountAt(Some.address());
        stores().audit().append(gone.id(), aRecordOf(Event.SIGNED_IN));
        AuditRecord stays = appended(Times.NOW);
        erase(gone);
        assertThat(recordsOf(gone)).isEmpty();
        assertThat(page(AuditQuery.newest(10))).containsExactly(stays);
    }

    @Test
    void aCreationKeepsItsRecord() {
        NewAccount wanted = proven(AccountFixture.anAccount().build());
        assertThat(stores().accounts().create(wanted)).isEqualTo(Creation.CREATED);
        assertThat(recordsOf(wanted.account())).containsExactly(wanted.record());
        assertThat(stores().accounts().create(wanted)).isEqualTo(Creation.PROOF_GONE);
        assertThat(recordsOf(wanted.account())).hasSize(1);
    }

    @Test
    void aCreationThatIsRefusedKeepsNone() {
        Account taken = accountAt(Some.address());
        NewAccount wanted = proven(
                AccountFixture.anAccount().at(taken.primaryEmail().address()).build());
        assertThat(stores().accounts().create(wanted)).isEqualTo(Creation.EMAIL_TAKEN);
        assertThat(recordsOf(wanted.account())).isEmpty();
    }

    @Test
    void aChangeKeepsItsRecordAndAStaleOneNone() {
        Account before = accountAt(Some.address());
        Announcement announcement = anAnnouncement();
        Account after = before.withPassword(Some.password());
        assertThat(stores().accounts().replace(before, after, announcement)).isEqualTo(Change.CHANGED);
        assertThat(stores().accounts().replace(before, after, anAnnouncement())).isEqualTo(Change.STALE);
        assertThat(recordsOf(before)).hasSize(2).contains(announcement.record());
    }

    @Test
    void aRefusedChangeKeepsNone() {
        Account one = accountAt(Some.address());
        Account two = accountAt(Some.address());
        Account after = one.with(two.primaryEmail());
        assertThat(stores().accounts().replace(one, after, anAnnouncement())).isEqualTo(Change.EMAIL_TAKEN);
        assertThat(recordsOf(one)).hasSize(1);
    }

    @Test
    void anAddedAddressKeepsItsRecordAndAWrongCodeNone() {
        Account before = accountAt(Some.address());
        BoundChallenge asked =
                issued(ChallengeFixture.aChallenge().toAddTo(before.id()).build());
        Announcement announcement = anAnnouncement();
        assertThat(proof(before, GuessFixture.aWrongGuessAt(asked), announcement))
                .isEqualTo(EmailProof.NOT_PROVEN);
        assertThat(recordsOf(before)).hasSize(1);
        assertThat(proof(before, GuessFixture.aRightGuessAt(asked), announcement))
                .isEqualTo(EmailProof.ADDED);
        assertThat(recordsOf(before)).hasSize(2).contains(announcement.record());
    }

    @Test
    void aSignInKeepsItsRecord() {
        Account person = accountAt(Some.address());
        AuditRecord record = succeeded(person, person.password().orElseThrow());
        assertThat(recordsOf(person)).hasSize(2).contains(record);
    }

    @Test
    void aSignInWithAPasswordThatWasChangedMeanwhileKeepsNone() {
        Account before = accountAt(Some.address());
        Account after = changed(before, before.withPassword(Some.password()));
        succeeded(after, before.password().orElseThrow());
        assertThat(recordsOf(after)).extracting(AuditRecord::event).doesNotContain(Event.SIGNED_IN);
    }

    @Test
    void aSignInToAClosedAccountKeepsNone() {
        Account before = accountAt(Some.address());
        Account closed = changed(before, before.disabledSince(Optional.of(Times.NOW)));
        succeeded(closed, closed.password().orElseThrow());
        assertThat(recordsOf(closed)).extracting(AuditRecord::event).doesNotContain(Event.SIGNED_IN);
    }

    private int pruned(Instant endedBy, int max) {
        return stores().retention().prune(Kind.AUDIT_RECORDS, endedBy, max);
    }

    private AuditRecord succeeded(Account person, PasswordHash checked) {
        AuditRecord record = aRecordOf(Event.SIGNED_IN, Times.NOW.plus(Duration.ofMinutes(1)));
        stores().signIns().succeed(person.id(), Some.client(), checked, Optional.of(Some.password()), record);
        return record;
    }

    private EmailProof proof(Account of, GuessFixture guess, Announcement announcement) {
        return stores().challenges()
                .judgeEmail(guess.build(), of.epoch(), CodeRules.standard(), 10, announcement)
                .proof();
    }

    private List<AuditRecord> recordsOf(Account owner) {
        return stores().audit().page(owner.id(), AuditQuery.newest(100));
    }

    private AccountId mailboxWithAFailure() {
        return stores().signIns()
                .reserve(Some.recipient(Some.address()), Some.client(), SignInRules.standard(), Times.NOW)
                .subject();
    }

    private List<AuditRecord> page(AuditQuery query) {
        return stores().audit().page(account, query);
    }

    private AuditRecord appended(Instant at) {
        AuditRecord record = aRecordOf(Event.SIGNED_IN, at);
        append(record);
        return record;
    }

    private void append(AuditRecord record) {
        stores().audit().append(account, record);
    }

    private static AuditRecord by(Actor actor, String detail) {
        return new AuditRecord(Some.uuid(), Event.PASSWORD_CHANGED, actor, detail, Times.NOW);
    }
}
