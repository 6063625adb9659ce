package dev.badgr.testing;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.EmailKey;
import dev.badgr.port.Mail;
import dev.badgr.port.Mailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the mails instead of sending them; fails when it is told to. Safe for use by many threads. */
public final class RecordingMailer implements Mailer {
    private final List<Mail> mails = new ArrayList<>();
    private int failuresToCome;
    private @Nullable RuntimeException failure;

    /** A new one, without mails. */
    public RecordingMailer() {}

    @Override
    public synchronized void send(Mail mail) {
        if (failure != null) {
            throw failure;
        }
        if (failuresToCome > 0) {
            failuresToCome--;
            throw new IllegalStateException("no mail server: this RecordingMailer was told to fail");
        }
        mails.add(Objects.requireNonNull(mail, "mail"));
    }

    /** What was sent, in order. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** What was sent to a mailbox, in whatever spelling, in order. */
    public List<Mail> mailsTo(String address) {
        EmailKey mailbox = EmailAddress.parse(address).key();
        return mails().stream().filter(mail -> mail.to().key().equals(mailbox)).toList();
    }

    /**
     * The latest mail to a mailbox.
     *
     * @throws IllegalStateException if there is none
     */
    public Mail lastTo(String address) {
        List<Mail> its = mailsTo(address);
        if (its.isEmpty()) {
            throw new IllegalStateException("no mail to " + address + "; sent were " + mails());
        }
        return its.get(its.size() - 1);
    }

    /** Fails the next so many times, and sends again after that. */
    public synchronized void failNext(int times) {
        failuresToCome = times;
    }

    /** Fails with this from now on, until {@link #recover}. */
    public synchronized void failWith(RuntimeException how) {
        failure = Objects.requireNonNull(how, "how");
    }

    /** Sends again. */
    public synchronized void recover() {
        failure = null;
        failuresToCome = 0;
    }
}
