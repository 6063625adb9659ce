package dev.badgr.port;

import java.time.Instant;

/** What has served its purpose and can be forgotten. Safe to be called by many at once: they pass over each other's rows. */
public interface RetentionStore {
    /** Kinds of what is forgotten, each with the moment at which it ended. */
    enum Kind {
        /** Challenges, at the expiry of their codes. */
        CHALLENGES,
        /** When something was sent, at the latest time of a bucket. */
        SEND_LOGS,
        /** Wrong guesses, at the end of their window. */
        GUESS_COUNTS,
        /**
         * Failed sign-ins of pairs of account and client, at the latest failure. Not those in a row: they count until the
         * password was right or is recovered.
         */
        SIGN_IN_COUNTS,
        /** Notices that were given up, at the time that they were written. */
        UNDELIVERED_NOTICES,
        /** Share links, when they were revoked or else expired. */
        SHARE_LINKS,
        /** Records of what happened to accounts, at the time that it happened. */
        AUDIT_RECORDS,
        /** Moves of addresses that are decided, at the time until which there could be an objection. */
        DECIDED_MOVES,
        /** What erased accounts have agreed to, at the erasure. */
        FORMER_CONSENTS
    }

    /**
     * Forgets what ended at this time or before; what another call has hold of at the moment is left for the next time.
     *
     * @param max at least 1
     * @return how many, at most {@code max}; fewer if no more are waiting
     */
    int prune(Kind kind, Instant endedBy, int max);
}
