package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.port.ConsentStore;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Terms, and the two ledgers of consents, the latest in front. */
final class InMemoryConsents implements ConsentStore {
    private record Text(String version, String localeTag) {}

    private static final Comparator<TermsVersion> BY_RANK =
            Comparator.comparing(TermsVersion::effectiveAt).thenComparing(TermsVersion::version);

    private final Journal journal;
    private final Table<AccountId, Account> accounts;
    private final Table<Text, TermsVersion> texts;
    private final Table<AccountId, List<TermsConsent>> terms;
    private final Table<AccountId, List<MarketingConsent>> marketing;

    InMemoryConsents(Journal journal, Table<AccountId, Account> accounts) {
        this.journal = journal;
        this.accounts = accounts;
        this.texts = new Table<>(journal);
        this.terms = new Table<>(journal);
        this.marketing = new Table<>(journal);
    }

    @Override
    public TermsVersion publish(TermsVersion text) {
        return journal.atomically(() -> texts.keepFirst(new Text(text.version(), tag(text)), text));
    }

    @Override
    public List<TermsVersion> current(Instant now) {
        return journal.atomically(() -> {
            Optional<String> version = texts.all()
                    .filter(text -> !text.effectiveAt().isAfter(now))
                    .max(BY_RANK)
                    .map(TermsVersion::version);
            return texts.all()
                    .filter(text -> version.equals(Optional.of(text.version())))
                    .sorted(Comparator.comparing(InMemoryConsents::tag))
                    .toList();
        });
    }

    @Override
    public void agree(AccountId account, TermsConsent consent) {
        journal.atomically(() -> append(terms, account, consent));
    }

    @Override
    public List<TermsConsent> agreed(AccountId account) {
        return journal.atomically(() -> newestFirst(terms, account, Comparator.comparing(TermsConsent::agreedAt)));
    }

    @Override
    public void record(AccountId account, MarketingConsent consent) {
        journal.atomically(() -> append(marketing, account, consent));
    }

    @Override
    public List<MarketingConsent> marketing(AccountId account) {
        return journal.atomically(() -> newestFirst(marketing, account, Comparator.comparing(MarketingConsent::at)));
    }

    boolean isToCurrent(TermsConsent consent, Instant now) {
        return current(now).stream().anyMatch(text -> text.version().equals(consent.version()));
    }

    private static String tag(TermsVersion text) {
        return text.locale().toLanguageTag();
    }

    /** Removes both ledgers of an account. */
    void forget(AccountId account) {
        terms.remove(account);
        marketing.remove(account);
    }

    private <T> void append(Table<AccountId, List<T>> ledger, AccountId account, T entry) {
        if (!accounts.has(account)) {
            return;
        }
        List<T> before = ledger.find(account).orElse(List.of());
        ledger.put(account, Stream.concat(Stream.of(entry), before.stream()).toList());
    }

    /** The latest appended is in front, so that of two at one time it stays in front. */
    private static <T> List<T> newestFirst(Table<AccountId, List<T>> ledger, AccountId account, Comparator<T> byTime) {
        return ledger.find(account).orElse(List.of()).stream()
                .sorted(byTime.reversed())
                .toList();
    }
}
