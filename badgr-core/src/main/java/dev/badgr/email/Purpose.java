package dev.badgr.email;

/** What a challenge may be used for; using it for anything else fails. */
public enum Purpose {
    /** Proving the first address of an account that does not exist yet. */
    SIGN_UP,
    /** Proving another address for an account. */
    ADD_EMAIL,
    /** Setting a new password after proving a verified address. */
    RECOVERY,
    /** Proving an address that is verified on another account, to move it. */
    MOVE,
    /** Proving an address of another account, to merge that account into one's own. */
    MERGE,
    /** Proving the primary address once more, to erase the account. */
    ERASE
}
