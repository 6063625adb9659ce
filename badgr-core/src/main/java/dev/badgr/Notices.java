package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.port.Event;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.port.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    private final Setup setup;
    private final Mails mails;

    Notices(Setup setup) {
        this.setup = setup;
        this.mails = new Mails(setup);
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
        for (int left = max; left > 0; left -= BATCH) {
            List<Notice> claimed = claim(Math.min(left, BATCH));
            for (Notice notice : claimed) {
                all = all.plus(deliver(notice));
            }
            if (claimed.size() < BATCH) {
                break;
            }
        }
        return all;
    }

    /** What is not delivered yet, oldest first: at most so many. */
    public List<Notice> undelivered(int max) {
        return setup.stores().notices().undelivered(max);
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
            case AWARDED -> awarded(notice, account);
            case MOVE_ASKED, MOVE_ENDED -> Optional.of(mails.moving(notice, account));
            default -> Optional.of(mails.security(notice, account));
        };
    }

    private Optional<Mail> awarded(Notice notice, Optional<Account> account) {
        Optional<Award> award = notice.award()
                .flatMap(id -> setup.stores().awards().byId(id))
                .filter(a -> a.revocation().isEmpty() && a.readdressedTo().isEmpty());
        Optional<Badge> badge = award.flatMap(a -> setup.stores().badges().byId(a.badge()));
        return badge.map(b -> mails.awarded(notice, b, account));
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
