package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.Announcement;
import dev.badgr.port.Notice;
import dev.badgr.port.NoticeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The queue of notices. */
final class InMemoryNotices implements NoticeStore {
    private record Key(RecipientKey recipient, UUID id) {
        static Key of(Notice notice) {
            return new Key(notice.recipient(), notice.id());
        }
    }

    private final Journal journal;
    private final Table<Key, Notice> notices;

    InMemoryNotices(Journal journal) {
        this.journal = journal;
        this.notices = new Table<>(journal);
    }

    @Override
    public void write(List<Notice> written) {
        journal.atomically(() -> written.forEach(notice -> notices.keepFirst(Key.of(notice), notice)));
    }

    /** To each address of an account, unless it was told. */
    void announce(Announcement announcement, Account account) {
        write(account.emails().stream()
                .map(email -> announcement.to(email.recipient(), email.address()))
                .toList());
    }

    @Override
    public List<Notice> claim(Instant now, Instant leaseUntil, int max) {
        return journal.atomically(() -> {
            List<Notice> due = notices.all()
                    .filter(notice -> isDue(notice, now))
                    .sorted(Comparator.comparing(
                            notice -> notice.nextAttemptAt().orElseThrow()))
                    .limit(max)
                    .toList();
            return due.stream().map(notice -> put(notice.leased(leaseUntil))).toList();
        });
    }

    @Override
    public void delivered(Notice notice) {
        journal.atomically(() -> notices.remove(Key.of(notice)));
    }

    @Override
    public void failed(Notice notice, Optional<Instant> retryAt, String error) {
        journal.atomically(() -> notices.find(Key.of(notice)).ifPresent(stored -> put(stored.failed(retryAt, error))));
    }

    @Override
    public List<Notice> undelivered(Instant now, int max) {
        return journal.atomically(() -> notices.all()
                .filter(notice -> notice.attempts() > 0 || isDue(notice, now))
                .sorted(Comparator.comparing(Notice::createdAt))
                .limit(max)
                .toList());
    }

    /** How many wait for an account's addresses. */
    long count(Account account) {
        return notices.all().filter(isTo(account)).count();
    }

    void forget(Account account) {
        notices.prune(isTo(account), Integer.MAX_VALUE);
    }

    /** Removes at most so many of those that were given up and written then or before. */
    int prune(Instant writtenBy, int max) {
        return notices.prune(
                notice ->
                        notice.nextAttemptAt().isEmpty() && !notice.createdAt().isAfter(writtenBy),
                max);
    }

    private static Predicate<Notice> isTo(Account account) {
        return notice -> account.hasVerified(notice.recipient());
    }

    private static boolean isDue(Notice notice, Instant now) {
        return notice.nextAttemptAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    private Notice put(Notice notice) {
        notices.put(Key.of(notice), notice);
        return notice;
    }
}
