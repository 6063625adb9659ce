package dev.badgr.contract;

import static dev.badgr.fixture.Announcements.announcedAt;
import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aWrongGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import dev.badgr.account.SignInRules;
import dev.badgr.award.Award;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Rate;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Actor;
import dev.badgr.port.Announcement;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import dev.badgr.port.ClientKey;
import dev.badgr.port.ErasureStore.Erasing;
import dev.badgr.port.Event;
import dev.badgr.port.MoveStore.Asking;
import dev.badgr.port.Notice;
import dev.badgr.port.RetentionStore.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link dev.badgr.port.RetentionStore}: each kind is forgotten from its end on, and not before. */
public abstract class RetentionStoreContract extends StorageContractBase {
    private static final CodeRules RULES = CodeRules.standard();
    private static final int ALL = 100_000;

    /** Earlier than all other tests, so that nothing of theirs is forgotten. */
    private Instant start;

    @BeforeEach
    void longAgo() {
        start = Times.earlierThanEver();
        for (Kind kind : Kind.values()) {
            stores().retention().prune(kind, start, ALL);
        }
    }

    @Test
    void aChallengeGoesWithTheExpiryOfItsCode() {
        BoundChallenge challenge = issued(aChallenge().at(start).build());
        Instant end = challenge.challenge().expiresAt();
        assertPrunedAt(end, Kind.CHALLENGES);
        assertThat(stores().challenges().byId(challenge.challenge().id())).isEmpty();
    }

    @Test
    void aSendLogGoesWithItsLatestTime() {
        SendBudget once = new SendBudget("once:" + Some.word(), List.of(new Rate(1, Duration.ofDays(9))));
        SendBudget twice = new SendBudget(once.bucket(), List.of(new Rate(2, Duration.ofDays(9))));
        assertThat(send(twice, start)).isEmpty();
        assertThat(send(twice, start.plusSeconds(60))).isEmpty();
        assertThat(send(once, start.plusSeconds(70))).isPresent();
        assertPrunedAt(start.plusSeconds(60), Kind.SEND_LOGS);
        assertThat(send(once, start.plusSeconds(80))).isEmpty();
    }

    @Test
    void aCountOfWrongGuessesGoesWithItsWindow() {
        stores().challenges()
                .judge(
                        aWrongGuessAt(issued(aChallenge().at(start).build()))
                                .at(start)
                                .build(),
                        RULES);
        Instant hour = start.plus(RULES.hour());
        Instant day = start.plus(RULES.day());
        assertPrunedAt(hour, Kind.GUESS_COUNTS);
        assertThat(prune(Kind.GUESS_COUNTS, day.minusMillis(1))).isZero();
        // That of the address. Everybody's count may have begun in another test.
        assertThat(prune(Kind.GUESS_COUNTS, day)).isBetween(1, 2);
    }

    @Test
    void failuresOfAPairGoWithTheLatestAndThoseInARowStay() {
        Account account = accountAt(Some.address());
        ClientKey client = Some.client();
        SignInRules two = new SignInRules(
                1,
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                2,
                RULES.hour().dividedBy(12));
        assertThat(stores().signIns()
                        .reserve(account.primary(), client, two, start)
                        .admitted())
                .isTrue();
        assertThat(stores().signIns()
                        .reserve(account.primary(), client, two, start)
                        .admitted())
                .isFalse();
        assertPrunedAt(start, Kind.SIGN_IN_COUNTS);
        assertThat(stores().signIns()
                        .reserve(account.primary(), client, two, start)
                        .admitted())
                .isTrue();
        assertThat(prune(Kind.SIGN_IN_COUNTS, start)).isEqualTo(1);
        assertThat(stores().signIns()
                        .reserve(account.primary(), client, two, start)
                        .disabled())
                .isTrue();
    }

    @Test
    void aNoticeGoesOnceItWasGivenUp() {
        Notice notice = noticeOf(anAwardOf(aBadge().build()).issuedOn(start).build());
        stores().notices().write(List.of(notice));
        assertThat(prune(Kind.UNDELIVERED_NOTICES, start)).isZero();
        stores().notices().failed(notice, Optional.empty(), "no");
        assertPrunedAt(start, Kind.UNDELIVERED_NOTICES);
        assertThat(stores().notices().undelivered(start, 1000)).doesNotContain(notice);
    }

    @Test
    void aShareLinkGoesWithItsEnd() {
        Account account = accountAt(Some.address());
        Award award = awarded(anAwardOf(defined(aBadge().build()))
                .to(account.primaryEmail().address())
                .build());
        Shareable target = new Shareable.OneBadge(award.id());
        link(account, target, Optional.empty());
        ShareLink expiring = link(account, target, Optional.of(start.plusSeconds(1)));
        assertPrunedAt(start.plusSeconds(1), Kind.SHARE_LINKS);
        ShareLink revoked = link(account, target, Optional.of(start.plusSeconds(9)));
        stores().shares().revoke(account.id(), revoked.id(), start.plusSeconds(3));
        assertPrunedAt(start.plusSeconds(3), Kind.SHARE_LINKS);
        assertThat(stores().shares().of(account.id()))
                .hasSize(1)
                .extracting(ShareLink::id)
                .doesNotContain(expiring.id(), revoked.id());
    }

    @Test
    void aRecordGoesWithTheTimeThatItIsOf() {
        Account account = accountAt(Some.address());
        AuditRecord record = new AuditRecord(Some.uuid(), Event.SIGNED_IN, new Actor.Host(), "", start);
        stores().audit().append(account.id(), record);
        assertPrunedAt(start, Kind.AUDIT_RECORDS);
        assertThat(stores().audit().page(account.id(), AuditQuery.newest(10))).doesNotContain(record);
    }

    @Test
    void whatAnErasedAccountAgreedToGoesWithTheErasure() {
        Account account = accountAt(Some.address());
        UUID receipt = Some.uuid();
        assertThat(stores().erasures().erase(erasing(account, receipt))).isTrue();
        assertThat(stores().erasures().formerConsents(receipt)).hasSize(1);
        assertPrunedAt(start, Kind.FORMER_CONSENTS);
        assertThat(stores().erasures().formerConsents(receipt)).isEmpty();
    }

    @Test
    void noMoreThanAskedForGoAtOnce() {
        for (int i = 0; i < 5; i++) {
            issued(aChallenge().at(start).build());
        }
        Instant end = start.plus(RULES.validFor());
        assertThat(stores().retention().prune(Kind.CHALLENGES, end, 3)).isEqualTo(3);
        assertThat(stores().retention().prune(Kind.CHALLENGES, end, 3)).isEqualTo(2);
        assertThat(stores().retention().prune(Kind.CHALLENGES, end, 3)).isZero();
    }

    @Test
    void manyMayPruneAtOnceAndEachRowGoesOnce() {
        for (int i = 0; i < 200; i++) {
            issued(aChallenge().at(start).build());
        }
        Instant end = start.plus(RULES.validFor());
        List<Integer> removed = Race.of(8, i -> prune(Kind.CHALLENGES, end));
        int rest = prune(Kind.CHALLENGES, end);
        assertThat(removed.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(200);
        assertThat(prune(Kind.CHALLENGES, end)).isZero();
    }

    @Test
    void aMoveGoesOnceItIsDecidedAndItsDayIsOver() {
        EmailAddress work = Some.address();
        Account giver = accountAt(Some.address(), work);
        Account taker = accountAt(Some.address());
        AddressMove move =
                AddressMove.asked(MoveId.random(Some.random()), Some.verified(work, start), giver.id(), taker.id());
        assertThat(stores().moves().ask(move, taker, 10, announcedAt(start))).isEqualTo(Asking.ASKED);
        assertThat(prune(Kind.DECIDED_MOVES, move.dueAt())).as("pending").isZero();
        assertThat(stores().moves().end(move.objected(), giver, announcedAt(start)))
                .isTrue();
        assertPrunedAt(move.dueAt(), Kind.DECIDED_MOVES);
        assertThat(stores().moves().of(giver.id())).isEmpty();
    }

    private void assertPrunedAt(Instant end, Kind kind) {
        assertThat(prune(kind, end.minusMillis(1)))
                .as("%s before its end", kind)
                .isZero();
        assertThat(prune(kind, end)).as("%s at its end", kind).isEqualTo(1);
    }

    private int prune(Kind kind, Instant endedBy) {
        return stores().retention().prune(kind, endedBy, ALL);
    }

    private Optional<Instant> send(SendBudget budget, Instant now) {
        return stores().challenges().issue(aChallenge().at(now).build(), List.of(budget), Optional.empty(), RULES, now);
    }

    private ShareLink link(Account owner, Shareable target, Optional<Instant> expiresAt) {
        ShareLink link = ShareLink.create(ShareToken.random(Some.random()), owner.id(), target, start, expiresAt);
        assertThat(stores().shares().create(link)).isTrue();
        return link;
    }

    private Erasing erasing(Account account, UUID receipt) {
        Announcement last = new Announcement(
                Some.uuid(), Notice.Kind.ACCOUNT_ERASED, "", Locale.ENGLISH, new Actor.Person(Some.client()), start);
        return new Erasing(account, receipt, List.of(), last);
    }
}
