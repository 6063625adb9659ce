package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.port.Event;
import dev.badgr.port.Misconfigured;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The Terms of Service and the e-mail updates: what is in effect, and who agreed to what. Safe for use by many threads. */
public final class Consents {
    private final Setup setup;

    Consents(Setup setup) {
        this.setup = setup;
    }

    /**
     * Publishes a text of the Terms; doing it again, as at every start, changes nothing.
     *
     * @throws Misconfigured if another text was published under this version and language: a published text never changes
     */
    public void publish(TermsVersion terms) {
        Objects.requireNonNull(terms, "terms");
        TermsVersion stored = setup.stores().consents().publish(terms);
        if (!stored.equals(terms)) {
            throw new Misconfigured(
                    "Terms " + terms.version() + " (" + terms.locale().toLanguageTag()
                            + ") were published before with another text, URL or date. Publish changed Terms as a new version.");
        }
    }

    /**
     * The current Terms in the best language there is.
     *
     * @throws Misconfigured if none are in effect
     */
    public TermsVersion current(Locale locale) {
        List<TermsVersion> texts = setup.stores().consents().current(setup.now());
        return TermsVersion.bestFor(locale, texts)
                .orElseThrow(() -> new Misconfigured("No Terms are in effect. Publish some with"
                        + " badgr.consents().publish(..) or Badgr.builder().terms(..)."));
    }

    /** The Terms that this account has yet to agree to; empty if it agreed to the current ones. */
    public Optional<TermsVersion> due(AccountId account, Locale locale) {
        Objects.requireNonNull(account, "account");
        TermsVersion current = current(locale);
        boolean agreed = setup.stores().consents().agreed(account).stream()
                .anyMatch(consent -> consent.version().equals(current.version()));
        return agreed ? Optional.empty() : Optional.of(current);
    }

    /**
     * Agrees to the Terms that are due.
     *
     * @param version the one that the page showed
     * @return what was agreed to; refused with {@link Refusal.TermsChanged} if it is not the current one
     */
    public Result<TermsVersion> agree(AccountId account, String version, Client client) {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(version, "version");
        TermsVersion current = current(client.locale());
        if (!current.version().equals(version)) {
            return Result.refused(new Refusal.TermsChanged(current));
        }
        TermsConsent consent = consent(current, TermsConsent.WayIn.RENEWAL, client, setup.now());
        setup.stores().consents().agree(account, consent);
        setup.events().happenedTo(account, Event.TERMS_AGREED, current.version());
        return Result.success(current);
    }

    /** All that this account agreed to, newest first. */
    public List<TermsConsent> agreed(AccountId account) {
        Objects.requireNonNull(account, "account");
        return setup.stores().consents().agreed(account);
    }

    /** Whether this person wants e-mail updates. */
    public boolean wantsEmailUpdates(AccountId account) {
        return emailUpdates(account).stream()
                .findFirst()
                .map(MarketingConsent::granted)
                .orElse(false);
    }

    /** Grants or withdraws e-mail updates; both stay on record. */
    public void setEmailUpdates(AccountId account, boolean granted) {
        Objects.requireNonNull(account, "account");
        setup.stores().consents().record(account, new MarketingConsent(granted, setup.now()));
        setup.events().happenedTo(account, Event.EMAIL_UPDATES_CHOSEN, granted);
    }

    /** The ledger of e-mail updates, newest first. */
    public List<MarketingConsent> emailUpdates(AccountId account) {
        Objects.requireNonNull(account, "account");
        return setup.stores().consents().marketing(account);
    }

    static TermsConsent consent(TermsVersion terms, TermsConsent.WayIn wayIn, Client client, Instant now) {
        return new TermsConsent(terms.version(), terms.sha256(), now, terms.locale(), wayIn, client.evidence());
    }
}
