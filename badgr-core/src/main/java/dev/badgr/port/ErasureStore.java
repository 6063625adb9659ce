package dev.badgr.port;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.terms.TermsConsent;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Taking a person out of the storage.
 *
 * <p>Whatever is written for an account is written only while the account exists, and that is made sure of in the same
 * step: what raced with an erasure came before it and went with it, or was not written at all.
 */
public interface ErasureStore {
    /**
     * What is stored about a person beside the account's own data.
     *
     * @param awards the host's own to the verified addresses, whatever became of them
     * @param imports badges from elsewhere for these addresses
     * @param shareLinks made by the account
     * @param collections of badges
     * @param termsConsents agreed to
     * @param marketingChoices in the ledger of e-mail updates
     * @param challenges by the account or to its addresses
     * @param notices that wait for its addresses
     * @param records of what happened to the account
     */
    record Holdings(
            long awards,
            long imports,
            long shareLinks,
            long collections,
            long termsConsents,
            long marketingChoices,
            long challenges,
            long notices,
            long records) {}

    /**
     * What an erasure needs.
     *
     * @param account as it was loaded
     * @param receipt the name under which is kept what the Terms were agreed to; nothing else leads to it
     * @param buckets the budgets of sending that are this account's alone
     * @param announcement the last thing that its addresses are told
     */
    record Erasing(Account account, UUID receipt, List<String> buckets, Announcement announcement) {
        public Erasing {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(receipt, "receipt");
            buckets = List.copyOf(buckets);
            Objects.requireNonNull(announcement, "announcement");
        }
    }

    /** What there is, as of one moment; nothing for an account that doesn't exist. */
    Holdings holdings(AccountId account);

    /**
     * In one step, if the stored account is still at the epoch of the given one: removes it with all that is stored under
     * its id or for its addresses, badges from elsewhere with it, except the host's own awards and the counts of what was sent to and guessed for an address; keeps
     * the consents to the Terms under the receipt, without the evidence; and writes the notices that tell of it.
     *
     * @return whether it is erased; if not, nothing changed, and in a transaction that asks for it to be left by an
     *     exception
     */
    boolean erase(Erasing erasing);

    /** What is kept under a receipt, newest first; none has evidence. */
    List<TermsConsent> formerConsents(UUID receipt);
}
