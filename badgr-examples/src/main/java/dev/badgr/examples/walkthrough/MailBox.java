package dev.badgr.examples.walkthrough;

import dev.badgr.port.Mail;
import dev.badgr.port.Mailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail server: keeps every mail of this run, and can be out of order. */
final class MailBox implements Mailer {
    private final List<Mail> all = new ArrayList<>();
    private int shown;
    private boolean down;

    @Override
    public synchronized void send(Mail mail) {
        if (down) {
            throw new IllegalStateException("the mail server is down");
        }
        all.add(mail);
    }

    synchronized void setDown(boolean value) {
        this.down = value;
    }

    /** What has arrived since the last look. */
    synchronized List<Mail> unread() {
        List<Mail> unread = List.copyOf(all.subList(shown, all.size()));
        shown = all.size();
        return unread;
    }

    synchronized Optional<Mail> latestTo(String address) {
        return all.stream().filter(mail -> mail.to().text().equals(address)).reduce((first, second) -> second);
    }

    /** The code in the latest mail to this address. */
    String codeTo(String address) {
        return latestTo(address)
                .map(mail -> mail.values().get("code"))
                .orElseThrow(() -> new StoryBroken("there is no mail with a code for " + address));
    }

    /** Every code that was mailed in this run. */
    synchronized List<String> codes() {
        return all.stream()
                .flatMap(mail -> Optional.ofNullable(mail.values().get("code")).stream())
                .toList();
    }
}
