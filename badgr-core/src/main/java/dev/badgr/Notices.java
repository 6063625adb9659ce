package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.port.BulkStore.Taken;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Mails that tell of what happened. They are stored in the transaction of what they tell of, and delivered after it, at least
 * once. The host calls {@link #deliver} on a schedule, every few seconds, from as many servers as it likes. Safe for use by
 * many threads.
 */
public final class Notices {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(6);
    private static final int ATTEMPTS = 20;
    private static final int BATCH = 50;
    /** Awards whose notices are written in one transaction. */
    private static final int PORTION = 500;

    private static final Set<AwardState> STILL_HERS = Set.of(AwardState.SHOWN, AwardState.HIDDEN, AwardState.OFFERED);

    private final Setup setup;
    private final Mails mails;
    private final AwardNotices awardNotices;
    private final Unsubscribing unsubscribing;

    Notices(Setup setup) {
        this.setup = setup;
        this.mails = new Mails(setup);
        this.awardNotices = new AwardNotices(setup);
        this.unsubscribing = new Unsubscribing(setup);
    }

    /**
     * Delivers what is due. A mail that fails is tried again after a minute, then after ever longer, and given up after 20
     * attempts; {@link #undelivered} shows it.
     *
     * @param max at most so many in this run
     * @throws StorageUnavailable if the storage can't be reached; a mail that was sent by then may be sent again
     */
    public Delivery deliver(int max) {
        Delivery all = new Delivery(0, 0, 0);
        int portions = max / PORTION + 1;
        for (int left = max; left > 0; ) {
            int wanted = Math.min(left, BATCH);
            List<Notice> claimed = claim(wanted);
            for (Notice notice : claimed) {
                all = all.plus(deliver(notice));
            }
            left -= claimed.size();
            if (claimed.size() < wanted && (portions-- == 0 || announce() == 0)) {
                break;
            }
        }
        return all;
    }

    /** Writes the notices of some awards that wait for that since a bulk run. */
    private int announce() {
        return setup.storage().inTransaction(stores -> {
            Taken taken = stores.bulk().takeUnannounced(PORTION);
            stores.notices()
                    .write(taken.live().stream()
                            .flatMap(award -> awardNotices.of(award).stream())
                            .toList());
            return taken.count();
        });
    }

    /** What is due and not delivered yet, oldest first: at most so many. */
    public List<Notice> undelivered(int max) {
        return setup.stores().notices().undelivered(setup.now(), max);
    }

    private List<Notice> claim(int max) {
        Instant now = setup.now();
        return setup.stores().notices().claim(now, now.plus(LEASE), max);
    }

    private Delivery deliver(Notice notice) {
        try {
            Optional<Mail> mail = mail(notice);
            mail.ifPresent(setup.mailer()::send);
            setup.stores().notices().delivered(notice);
            return mail.isPresent() ? new Delivery(1, 0, 0) : new Delivery(0, 1, 0);
        } catch (StorageUnavailable e) {
            // Not the mail's fault: the claim runs out, and it is tried again.
            throw e;
        } catch (RuntimeException e) {
            // Only the kind of failure: a mailer's message may quote the mail.
            setup.stores()
                    .notices()
                    .failed(notice, retryAt(notice), e.getClass().getName());
            setup.events()
                    .happened(
                            Event.MAIL_FAILED,
                            notice.kind(),
                            notice.to(),
                            e.getClass().getName());
            return new Delivery(0, 0, 1);
        }
    }

    private Optional<Mail> mail(Notice notice) {
        Optional<Account> account = setup.stores().accounts().byEmail(notice.recipient());
        return switch (notice.kind()) {
            case AWARDED ->
                stoppable(
                        notice,
                        () -> award(notice).flatMap(this::badge).map(badge -> mails.awarded(notice, badge, account)));
            case EXPIRING -> stoppable(notice, () -> account.flatMap(owner -> expiring(notice, owner)));
            default -> Optional.of(mails.told(notice, account));
        };
    }

    /** A mail that a mailbox may refuse, with what it takes to refuse it; nothing if it has. */
    private Optional<Mail> stoppable(Notice notice, Supplier<Optional<Mail>> mail) {
        if (setup.stores().mailboxes().isMuted(notice.recipient())) {
            return Optional.empty();
        }
        return mail.get()
                .map(m -> m.with(unsubscribing.awardMails(notice.recipient()).headers()));
    }

    /** Nothing if it was written in vain: the badge was put away, issued again or has expired, or nobody has the address. */
    private Optional<Mail> expiring(Notice notice, Account owner) {
        Optional<Award> award = award(notice)
                .filter(a -> STILL_HERS.contains(a.state()) && a.reissuedAs().isEmpty())
                .filter(a -> !a.isExpiredAt(setup.now()));
        return award.flatMap(a -> badge(a).flatMap(b -> a.expires().map(end -> mails.expiring(notice, b, end, owner))));
    }

    private Optional<Award> award(Notice notice) {
        return notice.award().flatMap(id -> setup.stores().awards().byId(id)).filter(Award::isLive);
    }

    private Optional<Badge> badge(Award award) {
        return setup.stores().badges().byId(award.badge());
    }

    private Optional<Instant> retryAt(Notice notice) {
        if (notice.attempts() >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(notice.attempts() - 1, 20));
        Duration wait = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
        return Optional.of(setup.now().plus(wait));
    }
}
