package dev.badgr.memory;

import dev.badgr.port.RetentionStore;
import java.time.Instant;

/** Forgets in each of the other stores. */
record InMemoryRetention(Transaction in) implements RetentionStore {

    @Override
    public int prune(Kind kind, Instant endedBy, int max) {
        return switch (kind) {
            case CHALLENGES -> new Proofs(in).prune(endedBy, max);
            case SEND_LOGS -> new SendLogs(in).prune(endedBy, max);
            case GUESS_COUNTS -> new WrongGuesses(in).prune(endedBy, max);
            case SIGN_IN_COUNTS -> new InMemorySignIns(in).prune(endedBy, max);
            case UNDELIVERED_NOTICES -> new InMemoryNotices(in).prune(endedBy, max);
            case SHARE_LINKS -> new InMemoryShares(in).prune(endedBy, max);
            case AUDIT_RECORDS -> new InMemoryAudit(in).prune(endedBy, max);
            case DECIDED_MOVES -> new InMemoryMoves(in).prune(endedBy, max);
            case FORMER_CONSENTS -> new InMemoryErasures(in).prune(endedBy, max);
        };
    }
}
