package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;

/**
 * Terms, and who agreed to what. Consents are only ever appended, and only to an account that exists at that moment: to
 * another one nothing is.
 */
public interface ConsentStore {
    /**
     * Publishes a text of the Terms.
     *
     * @return the text that is stored under this version and locale: this one or, if there was one already, the first
     */
    TermsVersion publish(TermsVersion terms);

    /**
     * The texts of the current version, by locale tag: of those effective by now the one that became so last; of several
     * at once, the greatest by version name.
     */
    List<TermsVersion> current(Instant now);

    /** Appends a consent to the Terms. */
    void agree(AccountId account, TermsConsent consent);

    /** The consents to the Terms, newest first. */
    List<TermsConsent> agreed(AccountId account);

    /** Appends to the ledger of e-mail updates. */
    void record(AccountId account, MarketingConsent consent);

    /** The ledger of e-mail updates, newest first. */
    List<MarketingConsent> marketing(AccountId account);
}
