package dev.badgr.port;

/** One store for each part of the domain. */
public interface Stores extends JoinedStores {
    /** Accounts, with their addresses and linked identities. */
    AccountStore accounts();

    /** Challenges, and the budgets of sending and guessing. */
    ChallengeStore challenges();

    /** Moves of addresses between accounts. */
    MoveStore moves();

    /** Attempts to sign in. */
    SignInStore signIns();

    /** Merging accounts. */
    MergeStore merges();

    /** The published Terms. */
    TermsStore terms();

    /** Who agreed to what. */
    ConsentStore consents();

    /** Awards by the thousand. */
    BulkStore bulk();

    /** Badges from elsewhere. */
    ImportStore imports();

    /** What issuers say about their awards. */
    StatusStore statuses();

    /** The view of awards by account. */
    BackpackStore backpacks();

    /** Collections of badges. */
    CollectionStore collections();

    /** Share links. */
    ShareStore shares();

    /** Mails that wait to be delivered. */
    NoticeStore notices();

    /** Other spellings of verified addresses, and mailboxes that want no mails about awards. */
    MailboxStore mailboxes();

    /** The keys that mailboxes had under former secrets. None in a storage that can't be moved to another one. */
    default FormerKeyStore formerKeys() {
        return FormerKeyStore.none();
    }

    /** What happened to accounts. */
    AuditStore audit();

    /** Taking a person out of the storage. */
    ErasureStore erasures();

    /** What has served its purpose. */
    RetentionStore retention();
}
