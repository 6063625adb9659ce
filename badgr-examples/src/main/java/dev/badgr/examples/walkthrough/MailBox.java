package dev.badgr.examples.walkthrough;

import dev.badgr.port.Mail;
import dev.badgr.testing.RecordingMailer;
import java.util.List;
import java.util.Objects;

/** The mails of this run, in the order in which they arrived. */
final class MailBox {
    private final RecordingMailer mailer;
    private int read;

    MailBox(RecordingMailer mailer) {
        this.mailer = mailer;
    }

    /** What has arrived since the last look. */
    List<Mail> unread() {
        List<Mail> all = mailer.mails();
        List<Mail> unread = all.subList(read, all.size());
        read = all.size();
        return unread;
    }

    Mail latestTo(String address) {
        return mailer.lastTo(address);
    }

    int countTo(String address) {
        return mailer.mailsTo(address).size();
    }

    /** The code in the latest mail to this address. */
    String codeTo(String address) {
        String code = latestTo(address).values().get("code");
        if (code == null) {
            throw new StoryBroken("there is no code in the latest mail to " + address);
        }
        return code;
    }

    /** Every code that was mailed in this run. */
    List<String> codes() {
        return mailer.mails().stream()
                .map(mail -> mail.values().get("code"))
                .filter(Objects::nonNull)
                .toList();
    }

    void serverGoesDown() {
        mailer.failWith(new IllegalStateException("the mail server is down"));
    }

    void serverComesBack() {
        mailer.recover();
    }
}
