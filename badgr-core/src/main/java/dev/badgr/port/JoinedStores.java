package dev.badgr.port;

/**
 * The stores that may take part in a host's own transaction. Those that count attempts are not among them: a host's
 * rollback would give the guesses back.
 */
public interface JoinedStores {
    /** Awards. */
    AwardStore awards();

    /** Badges. */
    BadgeStore badges();
}
