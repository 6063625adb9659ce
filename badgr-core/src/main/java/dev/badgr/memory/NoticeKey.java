package dev.badgr.memory;

import dev.badgr.email.RecipientKey;
import dev.badgr.port.Notice;
import java.util.UUID;

/** Names a notice among all mailboxes'. */
record NoticeKey(RecipientKey recipient, UUID id) {
    static NoticeKey of(Notice notice) {
        return new NoticeKey(notice.recipient(), notice.id());
    }
}
