package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.AwardFixture.noticeOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Notice;
import dev.badgr.port.NoticeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The law of {@link NoticeStore}. */
public abstract class NoticeStoreContract extends StorageContractBase {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Instant start = Times.earlierThanEver();

    @Test
    void aNoticeIsKeptAsItWasWritten() {
        Notice plain = written(aNotice(start));
        EmailAddress typed = EmailAddress.parse("Mia-" + Some.word() + "@Bücher.example");
        Notice full = written(Notice.of(
                Some.recipient(typed),
                Some.uuid(),
                Notice.Kind.EMAIL_ADDED,
                typed,
                Optional.of(anAwardOf(aBadge().build()).to(typed).build().id()),
                "j•••@school.edu 🦉",
                Locale.forLanguageTag("zh-Hant-TW"),
                start.plusMillis(1)));
        assertThat(stored()).containsExactly(plain, full);
    }

    @Test
    void everyKindIsKept() {
        List<Notice> all = new ArrayList<>();
        for (Notice.Kind kind : Notice.Kind.values()) {
            all.add(notice(kind, start.plusMillis(all.size())));
        }
        notices().write(all);
        assertThat(stored()).isEqualTo(all);
    }

    @Test
    void aNoticeOfAnAwardIsKept() {
        Notice notice = written(noticeOf(
                awarded(anAwardOf(defined(aBadge().build())).issuedOn(start).build())));
        assertThat(stored()).containsExactly(notice);
    }

    @Test
    void aNoticeThatIsThereAlreadyIsLeftAsItIs() {
        Notice first = written(aNotice(start));
        Notice claimed = claim(start, 10).get(0);
        notices().write(List.of(first, copy(first, Some.uuid())));
        assertThat(stored()).hasSize(2).contains(claimed);
    }

    @Test
    void aNoticeIsDueFromItsInstantOn() {
        written(aNotice(start.plusSeconds(1)));
        assertThat(claim(start.plusMillis(999), 10)).isEmpty();
        assertThat(claim(start.plusSeconds(1), 10)).hasSize(1);
    }

    @Test
    void aClaimCountsAnAttemptAndHoldsUntilTheLeaseEnds() {
        Notice notice = written(aNotice(start));
        Notice claimed = claim(start, 10).get(0);
        assertThat(claimed).isEqualTo(with(notice, 1, Optional.of(start.plus(LEASE)), Optional.empty()));
        assertThat(stored()).containsExactly(claimed);
        assertThat(claim(start.plus(LEASE).minusMillis(1), 10)).isEmpty();
        assertThat(claim(start.plus(LEASE), 10)).extracting(Notice::attempts).containsExactly(2);
    }

    @Test
    void whatIsDueLongestIsClaimedFirst() {
        Notice third = written(aNotice(start.plusSeconds(3)));
        Notice first = written(aNotice(start.plusSeconds(1)));
        Notice second = written(aNotice(start.plusSeconds(2)));
        Instant now = start.plusSeconds(3);
        assertThat(ids(claim(now, 2))).containsExactly(first.id(), second.id());
        assertThat(ids(claim(now, 2))).containsExactly(third.id());
        assertThat(claim(now, 2)).isEmpty();
    }

    @Test
    void whatWasDeliveredIsForgotten() {
        Notice one = written(aNotice(start));
        Notice two = written(copy(one, Some.uuid()));
        notices().delivered(one);
        assertThat(stored()).containsExactly(two);
        assertThat(ids(claim(start, 10))).containsExactly(two.id());
    }

    @Test
    void whatWasClaimedIsForgottenOnceDelivered() {
        written(aNotice(start));
        notices().delivered(claim(start, 10).get(0));
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatFailedIsPutOff() {
        Notice notice = written(aNotice(start));
        Instant retryAt = start.plusSeconds(60);
        String error = "451 busy 🦉" + "x".repeat(480);
        notices().failed(claim(start, 10).get(0), Optional.of(retryAt), error);
        assertThat(stored()).containsExactly(with(notice, 1, Optional.of(retryAt), Optional.of(error)));
        assertThat(claim(retryAt.minusMillis(1), 10)).isEmpty();
        assertThat(claim(retryAt, 10)).extracting(Notice::lastError).containsExactly(Optional.of(error));
    }

    @Test
    void whatWasGivenUpStaysAmongTheUndelivered() {
        Notice notice = written(aNotice(start));
        notices().failed(claim(start, 10).get(0), Optional.empty(), "550 no such user");
        assertThat(stored()).containsExactly(with(notice, 1, Optional.empty(), Optional.of("550 no such user")));
        assertThat(claim(start.plus(Duration.ofDays(5)), 10)).isEmpty();
    }

    @Test
    void theUndeliveredAreListedOldestFirst() {
        Notice second = written(aNotice(start.plusMillis(2)));
        Notice first = written(aNotice(start.plusMillis(1)));
        Notice third = written(aNotice(start.plusMillis(3)));
        assertThat(notices().undelivered(Times.NOW, 2)).containsExactly(first, second);
        assertThat(stored()).containsExactly(first, second, third);
    }

    @Test
    void whatIsForLaterIsNotUndeliveredBeforeItIsDueOrTried() {
        Notice later = written(aNotice(start).dueAt(start.plusSeconds(60)));
        assertThat(undelivered(start.plusSeconds(60).minusMillis(1))).isEmpty();
        assertThat(undelivered(start.plusSeconds(60))).containsExactly(later);
        Notice claimed = claim(start.plusSeconds(60), 10).get(0);
        assertThat(undelivered(start)).containsExactly(claimed);
    }

    @Test
    void ofManyWhoClaimAtOnceEachNoticeGoesToOne() {
        List<Notice> all = IntStream.range(0, 100)
                .mapToObj(i -> aNotice(start.plusMillis(i)))
                .toList();
        notices().write(all);
        Instant now = start.plusSeconds(1);
        List<List<Notice>> claims = Race.of(CROWD, i -> claim(now, 3));
        assertThat(claims).allSatisfy(claim -> assertThat(claim).hasSizeLessThanOrEqualTo(3));
        List<Notice> claimed =
                new ArrayList<>(claims.stream().flatMap(Collection::stream).toList());
        for (List<Notice> rest = claim(now, 50); !rest.isEmpty(); rest = claim(now, 50)) {
            claimed.addAll(rest);
            assertThat(claimed).hasSizeLessThanOrEqualTo(all.size());
        }
        assertThat(ids(claimed)).containsExactlyInAnyOrderElementsOf(ids(all));
        assertThat(claimed).extracting(Notice::attempts).containsOnly(1);
    }

    @Test
    void ofManyWhoWriteOneNoticeAtOnceOneStays() {
        Notice notice = aNotice(start);
        Race.of(CROWD, i -> written(notice));
        assertThat(stored()).containsExactly(notice);
    }

    private List<Notice> claim(Instant now, int max) {
        return notices().claim(now, now.plus(LEASE), max);
    }

    /** Those of this test's era, in the order of the store. */
    private List<Notice> stored() {
        Instant end = start.plus(Duration.ofDays(9));
        return notices().undelivered(Times.NOW, 1000).stream()
                .filter(n -> !n.createdAt().isBefore(start) && n.createdAt().isBefore(end))
                .toList();
    }

    private List<Notice> undelivered(Instant now) {
        return notices().undelivered(now, 1000).stream()
                .filter(n -> n.createdAt().equals(start))
                .toList();
    }

    private Notice written(Notice notice) {
        notices().write(List.of(notice));
        return notice;
    }

    private static Notice aNotice(Instant at) {
        return notice(Notice.Kind.PASSWORD_CHANGED, at);
    }

    private static Notice notice(Notice.Kind kind, Instant at) {
        EmailAddress to = Some.address();
        return Notice.of(Some.recipient(to), Some.uuid(), kind, to, Optional.empty(), "detail", Locale.ENGLISH, at);
    }

    private static Notice copy(Notice n, UUID id) {
        return Notice.of(n.recipient(), id, n.kind(), n.to(), n.award(), n.detail(), n.locale(), n.createdAt());
    }

    private static Notice with(Notice n, int attempts, Optional<Instant> nextAttemptAt, Optional<String> error) {
        return new Notice(
                n.recipient(),
                n.id(),
                n.kind(),
                n.to(),
                n.award(),
                n.detail(),
                n.locale(),
                n.createdAt(),
                attempts,
                nextAttemptAt,
                error);
    }

    private static List<UUID> ids(List<Notice> notices) {
        return notices.stream().map(Notice::id).toList();
    }

    private NoticeStore notices() {
        return stores().notices();
    }
}
