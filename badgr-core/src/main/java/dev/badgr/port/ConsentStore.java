package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.util.List;
import java.util.Optional;

/**
 * Who agreed to what. Consents are only ever appended, and only to an account that exists when they are: while one is
 * appended the account stays.
 */
public interface ConsentStore {
    /**
     * Whether an account has agreed to a version.
     *
     * @param account which account
     * @param agreed whether it ever agreed to the version
     */
    record Standing(AccountId account, boolean agreed) {}

    /**
     * Appends a consent to the Terms.
     *
     * @return whether there is such an account
     */
    boolean agree(AccountId account, TermsConsent consent);

    /** The consents to the Terms, newest first. */
    List<TermsConsent> agreed(AccountId account);

    /**
     * Looks at the next accounts in the order of their ids, at most so many whether they agreed or not: what a call costs
     * does not depend on how many there are.
     *
     * @param after the last one that was looked at before; empty to begin
     * @return fewer than {@code max} only at the end
     */
    List<Standing> standings(String version, Optional<AccountId> after, int max);

    /**
     * Appends to the ledger of e-mail updates.
     *
     * @return whether there is such an account
     */
    boolean record(AccountId account, MarketingConsent consent);

    /**
     * Appends a withdrawal to the ledger, unless its latest entry is one: of any number of calls at once, one appends.
     *
     * @return whether it was appended; not if there is no such account
     */
    boolean withdraw(AccountId account, MarketingConsent withdrawal);

    /** The ledger of e-mail updates, the latest entry first. */
    List<MarketingConsent> marketing(AccountId account);
}
