package dev.badgr.memory;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import java.util.List;
import java.util.stream.Stream;

/** The spellings that were added to mailboxes. */
final class Spellings {
    private static final Layout<RecipientKey, List<EmailAddress>> ADDED = Layout.single();

    private final Table<RecipientKey, List<EmailAddress>> added;

    Spellings(Transaction in) {
        this.added = in.table(ADDED);
    }

    List<EmailAddress> of(RecipientKey recipient) {
        return added.find(recipient).orElse(List.of());
    }

    void add(RecipientKey recipient, EmailAddress spelling) {
        added.put(
                recipient,
                Stream.concat(of(recipient).stream(), Stream.of(spelling)).toList());
    }

    void remove(RecipientKey recipient, EmailAddress spelling) {
        added.put(
                recipient,
                of(recipient).stream().filter(one -> !one.equals(spelling)).toList());
    }

    /** All of a mailbox, which leaves its account. */
    void forget(RecipientKey recipient) {
        added.remove(recipient);
    }
}
