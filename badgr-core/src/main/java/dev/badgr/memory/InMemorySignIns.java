package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore;
import java.time.Instant;
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

    InMemorySignIns(Journal journal, InMemoryAccounts accounts, InMemoryAudit audit) {
        this.journal = journal;
        this.accounts = accounts;
        this.audit = audit;
        this.byPair = new Table<>(journal);
        this.inARow = new Table<>(journal);
    }

    @Override
    public Attempt reserve(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now) {
        return journal.atomically(() -> {
            Optional<Account> account = accounts.byEmail(recipient);
            Optional<Credentials> credentials = account.map(a -> new Credentials(a.id(), a.password()));
            Object subject = account.<Object>map(Account::id).orElse(recipient);
            if (inARow(subject) >= rules.failuresInARow()) {
                return new Attempt(credentials, Optional.empty(), true);
            }
            Pair pair = new Pair(subject, client);
            Optional<Instant> blocked = byPair.find(pair).flatMap(failures -> failures.blockedUntil(rules, now));
            if (blocked.isEmpty()) {
                count(pair, rules, now);
            }
            return new Attempt(credentials, blocked, false);
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
                    .filter(a -> a.disabledAt().isEmpty())
                    .ifPresent(a -> audit.append(account, record));
            byPair.remove(new Pair(account, client));
            inARow.remove(account);
            newer.ifPresent(hash -> accounts.rehash(account, checked, hash));
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

    private void count(Pair pair, SignInRules rules, Instant now) {
        Failures next =
                byPair.find(pair).map(failures -> failures.plusOne(rules, now)).orElseGet(() -> Failures.first(now));
        byPair.put(pair, next);
        inARow.put(pair.subject(), inARow(pair.subject()) + 1);
    }

    private int inARow(Object subject) {
        return inARow.find(subject).orElse(0);
    }
}
