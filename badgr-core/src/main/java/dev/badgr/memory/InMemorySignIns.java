package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Failed attempts, by subject: the account or, where there is none, the mailbox. */
final class InMemorySignIns implements SignInStore {
    private record Pair(Object subject, ClientKey client) {}

    /** By subject. */
    static final Layout<Object, Integer> IN_A_ROW = Layout.single();

    private static final Layout<Pair, Failures> BY_PAIR = Layout.grouped(
            Pair::subject, Comparator.comparing(pair -> pair.client().value()));

    private final InMemoryAccounts accounts;
    private final InMemoryAudit audit;
    private final Table<Pair, Failures> byPair;
    private final Table<Object, Integer> inARow;

    InMemorySignIns(Transaction in) {
        this.accounts = new InMemoryAccounts(in);
        this.audit = new InMemoryAudit(in);
        this.byPair = in.table(BY_PAIR);
        this.inARow = in.table(IN_A_ROW);
    }

    @Override
    public Attempt reserve(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now) {
        Optional<Account> account = accounts.byEmail(recipient);
        Optional<Credentials> credentials = account.map(a -> new Credentials(a.id(), a.password()));
        Object subject = account.<Object>map(Account::id).orElse(recipient);
        AccountId name = account.map(Account::id).orElseGet(() -> new AccountId(recipient.value()));
        if (inARow(subject) >= rules.failuresInARow()) {
            return new Attempt(name, credentials, Optional.empty(), true, 0, 0);
        }
        Pair pair = new Pair(subject, client);
        Optional<Instant> blocked = byPair.find(pair).flatMap(failures -> failures.blockedUntil(rules, now));
        if (blocked.isPresent()) {
            return new Attempt(name, credentials, blocked, false, 0, 0);
        }
        int failures = count(pair, rules, now);
        return new Attempt(name, credentials, Optional.empty(), false, failures, inARow(subject));
    }

    @Override
    public void succeed(
            AccountId account,
            ClientKey client,
            PasswordHash checked,
            Optional<PasswordHash> newer,
            AuditRecord record) {
        accounts.byId(account)
                .filter(a -> a.password().equals(Optional.of(checked)))
                .filter(Account::isOpen)
                .ifPresent(a -> audit.append(account, record));
        byPair.remove(new Pair(account, client));
        inARow.remove(account);
        newer.ifPresent(hash -> accounts.rehash(account, checked, hash));
    }

    @Override
    public Optional<Account> recognise(ExternalIdentity identity, AuditRecord record) {
        Optional<Account> account = accounts.byIdentity(identity);
        account.filter(Account::isOpen).ifPresent(a -> audit.append(a.id(), record));
        return account;
    }

    @Override
    public FailedSignIns failures(AccountId account, int max) {
        List<FailedSignIns.OfClient> byClient = byPair.keysOf(account)
                .map(this::ofClient)
                .sorted(Comparator.comparing(FailedSignIns.OfClient::last).reversed())
                .limit(max)
                .toList();
        return new FailedSignIns(inARow(account), byClient);
    }

    @Override
    public void forgive(AccountId account) {
        byPair.keysOf(account).forEach(byPair::remove);
        inARow.remove(account);
    }

    /** Removes at most so many pairs whose latest failure was then or before. */
    int prune(Instant failedBy, int max) {
        return byPair.prune(failures -> !failures.last().isAfter(failedBy), max);
    }

    private int count(Pair pair, SignInRules rules, Instant now) {
        Failures next =
                byPair.find(pair).map(failures -> failures.plusOne(rules, now)).orElseGet(() -> Failures.first(now));
        byPair.put(pair, next);
        inARow.put(pair.subject(), inARow(pair.subject()) + 1);
        return next.count();
    }

    private int inARow(Object subject) {
        return inARow.find(subject).orElse(0);
    }

    private FailedSignIns.OfClient ofClient(Pair pair) {
        Failures failures = byPair.find(pair).orElseThrow();
        return new FailedSignIns.OfClient(pair.client(), failures.count(), failures.last());
    }
}
