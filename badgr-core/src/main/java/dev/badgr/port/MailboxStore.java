package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.util.List;

/**
 * What a mailbox has besides the account that has verified it: its other spellings, and whether it wants mails about awards.
 * What an owner asks for is done only if the mailbox is verified on her account at that moment.
 */
public interface MailboxStore {
    /** What became of adding a spelling. */
    enum Addition {
        /** It is among the added ones now, or was before. */
        ADDED,
        /** There are as many added ones as there may be. */
        TOO_MANY,
        /** The mailbox is not verified on this account. */
        NOT_VERIFIED
    }

    /**
     * Every known spelling of an owner's mailbox, each once: the one with which it was proven comes first, then those that
     * were added, and those of the latest 1,000 awards to it that were neither revoked nor readdressed. None if it is not
     * verified on the account.
     */
    List<EmailAddress> spellings(AccountId owner, RecipientKey recipient);

    /**
     * Adds a spelling of an owner's mailbox. Added spellings go when the address leaves its account.
     *
     * @param max how many added ones there may be, exactly
     */
    Addition addSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling, int max);

    /** Removes a spelling that was added; whether there was one of an owner's mailbox. */
    boolean removeSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling);

    /** Whether the mailbox wants no mails about awards. */
    boolean isMuted(RecipientKey recipient);

    /** Stops mails about awards to a mailbox, whosever it is; again changes nothing. */
    void mute(RecipientKey recipient, Instant now);

    /**
     * Stops mails about awards to an owner's mailbox, or lets them go out again.
     *
     * @return whether the mailbox is verified on the account
     */
    boolean choose(AccountId owner, RecipientKey recipient, boolean wanted, Instant now);
}
