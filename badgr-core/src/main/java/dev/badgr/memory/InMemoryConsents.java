package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.port.ConsentStore;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two ledgers of consents, the latest in front. */
final class InMemoryConsents implements ConsentStore {
    private static final Layout<AccountId, List<TermsConsent>> TERMS = Layout.single();
    private static final Layout<AccountId, List<MarketingConsent>> MARKETING = Layout.single();

    private final Table<AccountId, Account> accounts;
    private final Table<AccountId, List<TermsConsent>> terms;
    private final Table<AccountId, List<MarketingConsent>> marketing;

    InMemoryConsents(Transaction in) {
        this.accounts = in.table(InMemoryAccounts.ACCOUNTS);
        this.terms = in.table(TERMS);
        this.marketing = in.table(MARKETING);
    }

    @Override
    public boolean agree(AccountId account, TermsConsent consent) {
        return append(terms, account, consent);
    }

    /** The latest appended is in front, so that of two at one time it stays in front. */
    @Override
    public List<TermsConsent> agreed(AccountId account) {
        Comparator<TermsConsent> byTime = Comparator.comparing(TermsConsent::agreedAt);
        return ledger(terms, account).stream().sorted(byTime.reversed()).toList();
    }

    @Override
    public List<Standing> standings(String version, Optional<AccountId> after, int max) {
        return accounts.keysAtAGlance()
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .sorted()
                .limit(max)
                .map(id -> new Standing(id, hasAgreed(id, version)))
                .toList();
    }

    @Override
    public boolean record(AccountId account, MarketingConsent consent) {
        return append(marketing, account, consent);
    }

    @Override
    public boolean withdraw(AccountId account, MarketingConsent withdrawal) {
        boolean withdrawn = marketing(account).stream()
                .findFirst()
                .map(latest -> !latest.granted())
                .orElse(false);
        return !withdrawn && append(marketing, account, withdrawal);
    }

    @Override
    public List<MarketingConsent> marketing(AccountId account) {
        return ledger(marketing, account);
    }

    /** Adds what one account agreed to and chose to another's; the choice that counted there goes on. */
    void give(AccountId from, AccountId to, Instant now) {
        boolean own = MarketingConsent.isGranted(marketing(to));
        pour(terms, from, to);
        pour(marketing, from, to);
        MarketingConsent.keeping(own, marketing(to), now).ifPresent(choice -> record(to, choice));
    }

    private boolean hasAgreed(AccountId account, String version) {
        return ledger(terms, account).stream()
                .anyMatch(consent -> consent.version().equals(version));
    }

    private <T> boolean append(Table<AccountId, List<T>> ledger, AccountId account, T entry) {
        boolean exists = accounts.has(account);
        if (exists) {
            List<T> before = ledger(ledger, account);
            ledger.put(account, Stream.concat(Stream.of(entry), before.stream()).toList());
        }
        return exists;
    }

    /** Removes both ledgers of an account. */
    void forget(AccountId account) {
        terms.remove(account);
        marketing.remove(account);
    }

    private static <T> void pour(Table<AccountId, List<T>> ledger, AccountId from, AccountId to) {
        List<T> poured = ledger.find(from).orElse(List.of());
        List<T> before = ledger.find(to).orElse(List.of());
        ledger.put(to, Stream.concat(poured.stream(), before.stream()).toList());
        ledger.remove(from);
    }

    private static <T> List<T> ledger(Table<AccountId, List<T>> ledger, AccountId account) {
        return ledger.find(account).orElse(List.of());
    }
}
