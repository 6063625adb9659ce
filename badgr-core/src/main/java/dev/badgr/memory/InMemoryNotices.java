package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.Announcement;
import dev.badgr.port.Notice;
import dev.badgr.port.NoticeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The queue of notices. */
final class InMemoryNotices implements NoticeStore {
    static final Layout<NoticeKey, Notice> NOTICES = Layout.<NoticeKey, Notice>grouped(
                    NoticeKey::recipient,
                    Comparator.comparing(NoticeKey::id)
                            .thenComparing(key -> key.recipient().value()))
            .queued(PackedNotice::due);

    private final Table<NoticeKey, Notice> notices;
    private final Table<AwardId, Award> awards;

    InMemoryNotices(Transaction in) {
        this.notices = in.table(NOTICES);
        this.awards = in.table(InMemoryAwards.AWARDS);
    }

    @Override
    public void write(List<Notice> written) {
        written.stream().filter(notice -> !notices.has(NoticeKey.of(notice))).forEach(this::put);
    }

    /** To each address of an account, unless it was told. */
    void announce(Announcement announcement, Account account) {
        write(account.emails().stream()
                .map(email -> announcement.to(email.recipient(), email.address()))
                .toList());
    }

    @Override
    public List<Notice> claim(Instant now, Instant leaseUntil, int max) {
        List<Notice> due = notices.queuedAtAGlance(now.toEpochMilli())
                .flatMap(key -> notices.find(key).stream())
                .filter(notice -> isDue(notice, now))
                .limit(max)
                .toList();
        return due.stream().map(notice -> put(notice.leased(leaseUntil))).toList();
    }

    @Override
    public void delivered(Notice notice) {
        notices.remove(NoticeKey.of(notice));
    }

    @Override
    public void failed(Notice notice, Optional<Instant> retryAt, String error) {
        notices.find(NoticeKey.of(notice)).ifPresent(stored -> put(stored.failed(retryAt, error)));
    }

    @Override
    public int retry(RecipientKey recipient, Instant now) {
        List<Notice> its =
                notices.of(recipient).filter(notice -> notice.attempts() > 0).toList();
        its.forEach(notice -> put(notice.dueAt(now)));
        return its.size();
    }

    @Override
    public List<Notice> undelivered(Instant now, int max) {
        return notices.all()
                .filter(notice -> notice.attempts() > 0 || isDue(notice, now))
                .sorted(Comparator.comparing(Notice::createdAt))
                .limit(max)
                .toList();
    }

    /** How many wait for an account's addresses. */
    long count(Account account) {
        return account.emails().stream()
                .flatMap(email -> notices.of(email.recipient()))
                .count();
    }

    void forget(Account account) {
        account.emails().forEach(email -> notices.keysOf(email.recipient()).forEach(notices::remove));
    }

    /** Removes at most so many of those that were given up and written then or before. */
    int prune(Instant writtenBy, int max) {
        return notices.prune(
                notice ->
                        notice.nextAttemptAt().isEmpty() && !notice.createdAt().isAfter(writtenBy),
                max);
    }

    private static boolean isDue(Notice notice, Instant now) {
        return notice.nextAttemptAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    private Notice put(Notice notice) {
        notices.put(PackedNotice.row(notice, notice.award().flatMap(awards::row)));
        return notice;
    }
}
