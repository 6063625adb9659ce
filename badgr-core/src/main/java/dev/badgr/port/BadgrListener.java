package dev.badgr.port;

import dev.badgr.account.AccountId;
import java.util.Optional;

/**
 * Hears what has happened: for a host's own metrics and alarms. The same events are logged, so a host that is content with
 * a log needs none.
 *
 * <p>Called in the thread of the verb, after what it tells of is stored, so it should be quick; called by many threads at
 * once. What it throws is logged by its kind and breaks nothing. An event may be missed if the process ends at that moment:
 * what must not be missed is in {@link AuditStore}.
 */
@FunctionalInterface
public interface BadgrListener {
    /**
     * Something has happened.
     *
     * @param event what
     * @param account to which account; empty if to none, or if it must not be known which
     * @param detail more words about it, in no order to rely on: masked addresses, kinds, issuers; no secret. May be empty
     */
    void happened(Event event, Optional<AccountId> account, String detail);

    /** Hears nothing. */
    static BadgrListener none() {
        return (event, account, detail) -> {};
    }
}
