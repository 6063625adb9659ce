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

    private final Journal journal;
    private final InMemoryAccounts accounts;
    private final InMemoryAudit audit;
    private final Table<Pair, Failures> byPair;
    private final Table<Object, Integer> inARow;

    InMemorySignIns(Journal journal, InMemoryAccounts accounts, InMemoryAudit audit, Table<Object, Integer> inARow) {
        this.journal = journal;
        this.accounts = accounts;
        this.audit = audit;
        this.byPair = new Table<>(journal);
        this.inARow = inARow;
    }

    @Override
    public Attempt reserve(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now) {
        return journal.atomically(() -> {
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
        });
    }

    @Override
    public void succeed(
            AccountId account,
            ClientKey client,
            PasswordHash checked,
            Optional<PasswordHash> newer,
            AuditRecord record) {
        journal.atomically(() -> {
            accounts.byId(account)
                    .filter(a -> a.password().equals(Optional.of(checked)))
                    .filter(Account::isOpen)
                    .ifPresent(a -> audit.append(account, record));
            byPair.remove(new Pair(account, client));
            inARow.remove(account);
            newer.ifPresent(hash -> accounts.rehash(account, checked, hash));
        });
    }

    @Override
    public Optional<Account> recognise(ExternalIdentity identity, AuditRecord record) {
        return journal.atomically(() -> {
            Optional<Account> account = accounts.byIdentity(identity);
            account.filter(Account::isOpen).ifPresent(a -> audit.append(a.id(), record));
            return account;
        });
    }

    @Override
    public FailedSignIns failures(AccountId account, int max) {
        return journal.atomically(() -> {
            List<FailedSignIns.OfClient> byClient = byPair.keys()
                    .filter(pair -> pair.subject().equals(account))
                    .map(this::ofClient)
                    .sorted(Comparator.comparing(FailedSignIns.OfClient::last).reversed())
                    .limit(max)
                    .toList();
            return new FailedSignIns(inARow(account), byClient);
        });
    }

    @Override
    public void forgive(AccountId account) {
        journal.atomically(() -> {
            List<Pair> its =
                    byPair.keys().filter(pair -> pair.subject().equals(account)).toList();
            its.forEach(byPair::remove);
            inARow.remove(account);
        });
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
