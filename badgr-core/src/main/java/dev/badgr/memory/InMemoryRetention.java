package dev.badgr.memory;

import dev.badgr.port.RetentionStore;
import java.time.Instant;

/** Forgets in each of the other stores. */
record InMemoryRetention(
        Journal journal,
        Proofs proofs,
        SendLogs sent,
        WrongGuesses wrong,
        InMemorySignIns signIns,
        InMemoryNotices notices,
        InMemoryShares shares,
        InMemoryAudit audit,
        InMemoryErasures erasures,
        InMemoryMoves moves)
        implements RetentionStore {

    @Override
    public int prune(Kind kind, Instant endedBy, int max) {
        return journal.atomically(() -> switch (kind) {
            case CHALLENGES -> proofs.prune(endedBy, max);
            case SEND_LOGS -> sent.prune(endedBy, max);
            case GUESS_COUNTS -> wrong.prune(endedBy, max);
            case SIGN_IN_COUNTS -> signIns.prune(endedBy, max);
            case UNDELIVERED_NOTICES -> notices.prune(endedBy, max);
            case SHARE_LINKS -> shares.prune(endedBy, max);
            case AUDIT_RECORDS -> audit.prune(endedBy, max);
            case DECIDED_MOVES -> moves.prune(endedBy, max);
            case FORMER_CONSENTS -> erasures.prune(endedBy, max);
        });
    }
}
