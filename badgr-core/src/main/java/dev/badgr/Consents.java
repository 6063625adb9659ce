package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.backpack.Page;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.UnsubscribeToken.Mailing;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.ConsentStore.Standing;
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
import org.jspecify.annotations.Nullable;

/**
 * The Terms of Service, the e-mail updates and the mails about awards: what is in effect, who agreed to what, and who wants no
 * more. Safe for use by many threads.
 */
public final class Consents {
    private static final int LARGEST_PAGE = 1000;

    private final Setup setup;
    private final Sessions sessions;
    private final Unsubscribing unsubscribing;

    Consents(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.unsubscribing = new Unsubscribing(setup);
    }

    /**
     * Publishes a text of the Terms; doing it again, as at every start, changes nothing.
     *
     * @throws Misconfigured if another text was published under this version and language: a published text never changes
     */
    public void publish(TermsVersion terms) {
        Objects.requireNonNull(terms, "terms");
        TermsVersion stored = setup.stores().terms().publish(terms);
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
        return TermsVersion.bestFor(locale, textsAt(setup.now())).orElseThrow();
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
     * Looks through the accounts, in the order of their ids, for those that have not agreed to the version that is current at
     * a moment: to tell them of a change, before or after it is in effect.
     *
     * <p>A page costs the same however many accounts there are. It may be empty although more follow: go on as long as there
     * is a {@link Page#next()}. Accounts made between two pages may be missed.
     *
     * @param after {@link Page#next()} of the page before; empty to begin
     * @param max how many accounts to look at, whether it is due or not; 1 to 1,000
     * @throws Misconfigured if no Terms are in effect then
     */
    public Page<AccountId> allDue(Instant moment, Optional<String> after, int max) {
        if (max < 1 || max > LARGEST_PAGE) {
            throw new IllegalArgumentException("max: 1 to " + LARGEST_PAGE);
        }
        String version = textsAt(moment).get(0).version();
        List<Standing> looked = setup.stores().consents().standings(version, after.map(AccountId::parse), max);
        List<AccountId> due = looked.stream()
                .filter(standing -> !standing.agreed())
                .map(Standing::account)
                .toList();
        boolean more = looked.size() == max;
        return new Page<>(due, more ? Optional.of(looked.get(max - 1).account().toString()) : Optional.empty());
    }

    /**
     * Agrees to the Terms that are due.
     *
     * @param version the one that the page showed
     * @return what was agreed to; refused with {@link Refusal.TermsChanged} if it is not the current one, or with
     *     {@link Refusal.NotFound} if there is no such account (any more)
     */
    public Result<TermsVersion> agree(AccountId account, String version, Client client) {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(version, "version");
        TermsVersion current = current(client.locale());
        if (!current.version().equals(version)) {
            return Result.refused(new Refusal.TermsChanged(current));
        }
        TermsConsent consent = consent(current, TermsConsent.WayIn.RENEWAL, client, setup.now());
        if (!setup.stores().consents().agree(account, consent)) {
            return Result.refused(new Refusal.NotFound("account"));
        }
        setup.events().happenedTo(account, Event.TERMS_AGREED, current.version());
        return Result.success(current);
    }

    /** All that this account agreed to, newest first. */
    public List<TermsConsent> agreed(AccountId account) {
        Objects.requireNonNull(account, "account");
        return setup.stores().consents().agreed(account);
    }

    /** The same as documents that prove it, each complete in itself; none if there is no such account. */
    public List<ConsentProof> proofs(AccountId account) {
        return setup.stores()
                .accounts()
                .byId(Objects.requireNonNull(account, "account"))
                .map(this::proofs)
                .orElse(List.of());
    }

    /** Whether this person wants e-mail updates. */
    public boolean wantsEmailUpdates(AccountId account) {
        return MarketingConsent.isGranted(emailUpdates(account));
    }

    /** Grants or withdraws e-mail updates for a person who is signed in; both stay on record. */
    public void setEmailUpdates(AccountId account, boolean granted) {
        Objects.requireNonNull(account, "account");
        MarketingConsent choice = new MarketingConsent(granted, setup.now(), MarketingConsent.Way.SIGNED_IN);
        setup.stores().consents().record(account, choice);
        setup.events().happenedTo(account, Event.EMAIL_UPDATES_CHOSEN, granted);
    }

    /** The ledger of e-mail updates, the latest entry first. */
    public List<MarketingConsent> emailUpdates(AccountId account) {
        Objects.requireNonNull(account, "account");
        return setup.stores().consents().marketing(account);
    }

    /**
     * A link for the host's own e-mail updates, by which the person withdraws without signing in, and the headers to it.
     * badgr's own mails about awards have one already. A link counts for the life of the installation.
     */
    public UnsubscribeLink unsubscribeLink(AccountId account) {
        return unsubscribing.emailUpdates(Objects.requireNonNull(account, "account"));
    }

    /**
     * What a link would stop; changes nothing. For the page that the link opens: a GET must not withdraw, since mail scanners
     * follow links.
     *
     * @param token the last part of the link, as it came
     * @return refused with {@link Refusal.InvalidInput} if the link is not genuine
     */
    public Result<Mailing> previewWithdrawal(@Nullable String token) {
        return unsubscribing.preview(token);
    }

    /**
     * Stops mails by a link: for the POST of the page, and of mail programs (RFC 8058). Nobody need be signed in. Doing it again
     * changes nothing; each withdrawal of the e-mail updates stays on record.
     *
     * @param token the last part of the link, as it came
     * @return what was stopped, or was before; refused with {@link Refusal.InvalidInput} if the link is not genuine
     */
    public Result<Mailing> withdraw(@Nullable String token) {
        return unsubscribing.withdraw(token);
    }

    /**
     * Stops mails about awards to one of the person's addresses, or lets them go out again.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<VerifiedEmail> setAwardMails(Session session, EmailForm form, boolean wanted) {
        return own(session, form)
                .then(email ->
                        setup.stores().mailboxes().choose(session.account(), email.recipient(), wanted, setup.now())
                                ? Result.success(email)
                                : Rule.NOT_ITS_EMAIL.refused());
    }

    /**
     * Whether mails about awards go to one of the person's addresses.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<Boolean> wantsAwardMails(Session session, EmailForm form) {
        return own(session, form)
                .then(email -> Result.success(!setup.stores().mailboxes().isMuted(email.recipient())));
    }

    private Result<VerifiedEmail> own(Session session, EmailForm form) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                address -> sessions.current(session).then(account -> Sessions.own(account, address)));
    }

    private List<ConsentProof> proofs(Account account) {
        return agreed(account.id()).stream()
                .map(consent -> ConsentProof.of(
                        account, consent, setup.stores().terms().text(consent.version(), consent.locale())))
                .toList();
    }

    private List<TermsVersion> textsAt(Instant moment) {
        List<TermsVersion> texts = setup.stores().terms().current(moment);
        if (texts.isEmpty()) {
            throw new Misconfigured("No Terms are in effect. Publish some with badgr.consents().publish(..) or"
                    + " Badgr.builder().terms(..).");
        }
        return texts;
    }

    static TermsConsent consent(TermsVersion terms, TermsConsent.WayIn wayIn, Client client, Instant now) {
        return new TermsConsent(terms.version(), terms.sha256(), now, terms.locale(), wayIn, client.evidence());
    }
}
