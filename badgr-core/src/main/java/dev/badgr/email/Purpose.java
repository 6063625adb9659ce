package dev.badgr.email;

/** What a challenge may be used for; using it for anything else fails. */
public enum Purpose {
    /** Proving the first address of an account that does not exist yet. */
    SIGN_UP,
    /** Proving another address for an account. */
    ADD_EMAIL,
    /** Setting a new password after proving a verified address. */
    RECOVERY
}
