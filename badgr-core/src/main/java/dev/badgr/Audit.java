package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.Page;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to an account, and who did it from where: what {@link dev.badgr.port.Event} says is kept. Records are written
 * in the step that they tell of, and are never changed. Safe for use by many threads.
 */
public final class Audit {
    private final Setup setup;
    private final Sessions sessions;

    Audit(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
    }

    /**
     * A page of the person's own account, newest first; ask for the next with {@link AuditQuery#after}. What a member of the
     * host's staff did is there as the host's: neither who it was nor the reason is shown.
     *
     * @return refused with {@link Refusal.SessionEnded}
     */
    public Result<Page<AuditRecord>> own(Session session, AuditQuery query) {
        Objects.requireNonNull(query, "query");
        return sessions.current(session).then(account -> {
            Page<AuditRecord> page = of(account.id(), query);
            return Result.success(
                    new Page<>(page.items().stream().map(Audit::forPerson).toList(), page.next()));
        });
    }

    /** The same with everything, for the host and its staff. */
    public Page<AuditRecord> of(AccountId account, AuditQuery query) {
        Objects.requireNonNull(account, "account");
        List<AuditRecord> found = setup.stores().audit().page(account, query);
        boolean more = found.size() > query.limit();
        List<AuditRecord> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                page, more ? Optional.of(Position.of(page.get(page.size() - 1)).text()) : Optional.empty());
    }

    private static AuditRecord forPerson(AuditRecord record) {
        return record.actor() instanceof Actor.Staff
                ? new AuditRecord(record.id(), record.event(), new Actor.Host(), record.detail(), record.at())
                : record;
    }
}
