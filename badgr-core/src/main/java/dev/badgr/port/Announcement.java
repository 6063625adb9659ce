package dev.badgr.port;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What every verified address of an account is told about a change of it, one notice for each, and what is kept of it: one
 * {@link AuditRecord}.
 *
 * @param id the notices' and the record's name; the same one for each mailbox
 * @param kind what happened
 * @param detail a masked address or an issuer
 * @param locale in which language
 * @param actor who did it
 * @param now when
 */
public record Announcement(UUID id, Notice.Kind kind, String detail, Locale locale, Actor actor, Instant now) {
    /** The notice for one of the addresses. */
    public Notice to(RecipientKey recipient, EmailAddress address) {
        return Notice.of(recipient, id, kind, address, Optional.empty(), detail, locale, now);
    }

    /** What is kept of it. */
    public AuditRecord record() {
        return new AuditRecord(id, Event.valueOf(kind.name()), actor, detail, now);
    }
}
