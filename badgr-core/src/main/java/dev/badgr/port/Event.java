package dev.badgr.port;

/**
 * What happens to accounts, codes and mails. Each is a line of the security log and a call of the host's
 * {@link BadgrListener}; those that say so are also kept in the account's {@link AuditRecord}s. What has a ledger of its own,
 * such as the consents, is not kept twice. For each {@link Notice.Kind} that tells of a change of an account there is the
 * event of that name.
 */
public enum Event {
    /** A code was mailed, or in its place the mail that says why there is none. */
    CODE_SENT,
    /** A code was right. */
    CODE_RIGHT,
    /** A code was wrong, or none would do. */
    CODE_REFUSED,
    /** A code was not sent: too many were sent, or guessed wrong. */
    SEND_REFUSED,
    /** The mailer did not take a mail. */
    MAIL_FAILED,
    /** Somebody has made an account; kept. */
    ACCOUNT_CREATED,
    /** Somebody has signed in, by password or social account; kept. */
    SIGNED_IN,
    /** Somebody was not let in. */
    SIGN_IN_REFUSED,
    /** The password was changed; kept. */
    PASSWORD_CHANGED,
    /** The password was recovered with a code; kept. */
    PASSWORD_RECOVERED,
    /** An address was added; kept. */
    EMAIL_ADDED,
    /** An address was removed; kept. */
    EMAIL_REMOVED,
    /** Another address is the primary one; kept. */
    PRIMARY_EMAIL_CHANGED,
    /** A social account was linked; kept. */
    IDENTITY_LINKED,
    /** A social account was unlinked; kept. */
    IDENTITY_UNLINKED,
    /** Another account was merged into this one; kept. */
    ACCOUNTS_MERGED,
    /** Everything about the person was handed out as a document. */
    EXPORTED,
    /** The account was erased; its records with it. */
    ACCOUNT_ERASED
}
