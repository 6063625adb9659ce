package dev.badgr.port;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened to an account, as it is kept: only ever appended, and never with a secret.
 *
 * @param id its name among the account's records of that time
 * @param event what happened
 * @param actor who did it
 * @param detail what it concerned, such as a masked address or an issuer; at most 500 code points, may be empty
 * @param at when
 */
public record AuditRecord(UUID id, Event event, Actor actor, String detail, Instant at) {
    private static final int MAX = 500;

    public AuditRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        if (detail.codePointCount(0, detail.length()) > MAX) {
            throw new IllegalArgumentException("detail: at most " + MAX + " code points");
        }
    }
}
