package dev.badgr.port;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Preferences;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.RecipientKey;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.time.Instant;
import java.util.Optional;

/**
 * Accounts. A mailbox is verified on at most one account and a social account is linked to at most one, whatever races
 * with what: by a unique key, not by an earlier look.
 */
public interface AccountStore {
    /** What became of a creation. */
    enum Creation {
        /** The account exists now. */
        CREATED,
        /** The challenge is not, or no longer, proven; or it was for another address. */
        PROOF_GONE,
        /** The address became verified on another account meanwhile. */
        EMAIL_TAKEN,
        /** The social account became linked to another account meanwhile. */
        IDENTITY_TAKEN,
        /** The Terms agreed to are not the current version. */
        TERMS_CHANGED
    }

    /** What became of a change. */
    enum Change {
        /** It is stored. */
        CHANGED,
        /** The account is at another epoch, or gone: load it and decide again. */
        STALE,
        /** An address to be added is verified on another account. */
        EMAIL_TAKEN,
        /** A social account to be added is linked to another account. */
        IDENTITY_TAKEN
    }

    /**
     * What a creation needs.
     *
     * @param account one address, at most one identity
     * @param proof the sign-up challenge by which the address was proven
     * @param provenSince the earliest expiry of a code whose proof still counts
     * @param terms the consent to the Terms
     * @param marketing the choice about e-mail updates, if one was made
     * @param record what is kept of it
     * @param now when
     */
    record NewAccount(
            Account account,
            ChallengeId proof,
            Instant provenSince,
            TermsConsent terms,
            Optional<MarketingConsent> marketing,
            AuditRecord record,
            Instant now) {}

    /**
     * In one step: uses up the proof, and creates the account with its address, identity, consents and record. If the answer is
     * not {@link Creation#CREATED} there is no account, address, identity, consent or record, and unless the address or identity was
     * taken the proof can still be used.
     */
    Creation create(NewAccount account);

    /** The account with all its addresses and identities, as of one moment. */
    Optional<Account> byId(AccountId id);

    /** The account on which a mailbox is verified. */
    Optional<Account> byEmail(RecipientKey recipient);

    /** The account to which a social account is linked. */
    Optional<Account> byIdentity(ExternalIdentity identity);

    /**
     * Puts one account in the place of another in one step, if the stored one is still at the epoch of {@code before}, and
     * writes a notice to each address of either and the record of it. The preferences stay as they are stored. Unless the answer is {@link Change#CHANGED}, nothing changed; in a
     * transaction such an answer asks for it to be left by an exception.
     *
     * @param before as it was loaded
     * @param after the same id, the next epoch
     */
    Change replace(Account before, Account after, Announcement announcement);

    /**
     * Keeps how the person wants to be written to. That ends nobody's sign-in, so the epoch stays; the last call wins.
     *
     * @return whether there is such an account
     */
    boolean prefer(AccountId id, Preferences preferences);
}
