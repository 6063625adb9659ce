package dev.badgr;

import dev.badgr.account.SignInRules;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Rate;
import dev.badgr.port.RetentionStore.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forgetting what has served its purpose: old challenges, counts whose time is over, notices that were given up, links that
 * have ended, old records of what happened, and what is kept of erased accounts. {@link RetentionRules} says how long each is kept. Only what no rule can look
 * at any more is forgotten, so no code, mail or sign-in is judged otherwise for it: at most, a code that can't be used any
 * more is called unknown. The host calls {@link #prune} on a schedule, such as every hour, from as many servers as it likes.
 * Safe for use by many threads.
 */
public final class Retention {
    /** Rows in one transaction: few enough that nobody waits for them. */
    private static final int BATCH = 500;

    private final Setup setup;

    Retention(Setup setup) {
        this.setup = setup;
    }

    /**
     * Forgets some of it: turn by turn some of each kind, so that much of one doesn't keep others from being forgotten.
     *
     * @param max at most so many rows in this run; at least 1
     * @throws dev.badgr.port.StorageUnavailable if the storage can't be reached; what was forgotten by then is
     */
    public Pruned prune(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max: at least 1");
        }
        Map<Kind, Integer> removed = new EnumMap<>(Kind.class);
        Set<Kind> waiting = EnumSet.allOf(Kind.class);
        Instant now = setup.now();
        int share = Math.max(1, Math.min(BATCH, max / Kind.values().length));
        int left = max;
        while (left > 0 && !waiting.isEmpty()) {
            for (Kind kind : List.copyOf(waiting)) {
                int wanted = Math.min(left, share);
                int gone = wanted == 0 ? 0 : setup.stores().retention().prune(kind, endedBy(kind, now), wanted);
                removed.merge(kind, gone, Integer::sum);
                left -= gone;
                if (gone < wanted) {
                    waiting.remove(kind);
                }
            }
        }
        return new Pruned(removed, !waiting.isEmpty());
    }

    /** What ended then or before has served its purpose. */
    private Instant endedBy(Kind kind, Instant now) {
        RetentionRules rules = setup.limits().retention();
        return switch (kind) {
            case CHALLENGES -> now.minus(rules.challenges());
            case SEND_LOGS -> now.minus(longestRate()).minus(rules.counts());
            case GUESS_COUNTS -> now.minus(rules.counts());
            case SIGN_IN_COUNTS -> now.minus(longestFailure()).minus(rules.counts());
            case UNDELIVERED_NOTICES -> now.minus(rules.undeliveredNotices());
            case SHARE_LINKS -> now.minus(rules.shareLinks());
            case AUDIT_RECORDS, DECIDED_MOVES -> now.minus(rules.auditRecords());
            case FORMER_CONSENTS -> now.minus(rules.formerConsents());
        };
    }

    private Duration longestRate() {
        CodeRules codes = setup.limits().codes();
        return Stream.concat(codes.sendsPerAddress().stream(), codes.signUpsPerClient().stream())
                .map(Rate::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration longestFailure() {
        SignInRules signIns = setup.limits().signIns();
        return signIns.window().plus(signIns.longestBackOff());
    }
}
