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
    /** The latest of several wrong passwords makes that client wait; kept, under the mailbox's key if it has no account. */
    SIGN_INS_SLOWED,
    /** The latest of many wrong passwords in a row: it must be recovered; kept, as {@link #SIGN_INS_SLOWED} is. */
    PASSWORD_DISABLED,
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
    /** Somebody wants an address moved from this account to another; kept by both. */
    MOVE_ASKED,
    /** A move of an address has come to nothing; kept by both. */
    MOVE_ENDED,
    /** Another account was merged into this one; kept. */
    ACCOUNTS_MERGED,
    /** Everything about the person was handed out as a document. */
    EXPORTED,
    /** The account was erased; its records with it. */
    ACCOUNT_ERASED,
    /** The host's staff has closed the account; kept. */
    ACCOUNT_DISABLED,
    /** The host's staff has opened the account again; kept. */
    ACCOUNT_RESTORED,
    /** The host's staff has looked at the account; kept. */
    ACCOUNT_VIEWED,
    /** The host's staff has asked why a badge is, or is not, in the Backpack; kept. */
    BADGES_EXPLAINED,
    /** The host's staff has made the failures to sign in forgotten; kept. */
    BACK_OFFS_CLEARED,
    /** The host's staff has had undelivered mails tried again; kept. */
    NOTICES_RESENT,
    /** A badge was awarded. */
    BADGE_AWARDED,
    /** An award was revoked. */
    BADGE_REVOKED,
    /** Somebody has brought a badge from elsewhere; kept. */
    BADGE_IMPORTED,
    /** A badge from elsewhere was verified again. */
    BADGE_RECHECKED,
    /** Somebody has shared a badge or collection by a link. */
    LINK_SHARED,
    /** A link was stopped. */
    LINK_STOPPED,
    /** Somebody has agreed to new Terms. */
    TERMS_AGREED,
    /** Somebody has chosen whether to get e-mail updates. */
    EMAIL_UPDATES_CHOSEN;

    /** Whether it concerns anybody's safety: such an event is logged at the level INFO, any other at DEBUG. */
    public boolean isAboutSecurity() {
        return switch (this) {
            case BADGE_AWARDED,
                    BADGE_REVOKED,
                    BADGE_IMPORTED,
                    BADGE_RECHECKED,
                    LINK_SHARED,
                    LINK_STOPPED,
                    TERMS_AGREED,
                    EMAIL_UPDATES_CHOSEN -> false;
            default -> true;
        };
    }
}
