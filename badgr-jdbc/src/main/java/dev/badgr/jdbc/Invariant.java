package dev.badgr.jdbc;

/** What is always true of badgr's data, whatever races, fails or is restarted. {@link Auditor} looks whether it is. */
public enum Invariant {
    /** An address is verified on at most one account. */
    ONE_ACCOUNT_FOR_AN_ADDRESS,
    /** What was acknowledged survives. Seen where something stored names something that is gone. */
    NOTHING_LOST,
    /** Nothing is there twice. */
    NOTHING_DOUBLED,
    /** What belongs together was written together, or not at all. */
    NOTHING_HALF_DONE,
    /** Attempts are counted, and their count never falls. Seen where a count is not possible. */
    ATTEMPTS_COUNTED,
    /** A code wins once, and only within its attempts. */
    A_CODE_WINS_ONCE,
    /** No Backpack shows a badge whose address is not verified on its account. */
    ONLY_VERIFIED_BADGES,
    /**
     * An account has a verified address, one of them as the primary one, a way in, and consent to the Terms that were current
     * when it was made.
     */
    WHOLE_ACCOUNTS,
    /** Nothing belongs to anybody before the address is proven. */
    NOTHING_BEFORE_PROOF
}
