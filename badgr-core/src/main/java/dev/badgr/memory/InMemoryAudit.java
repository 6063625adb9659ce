package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.AuditStore;
import dev.badgr.text.Uuids;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** What happened, those records of one account side by side. */
final class InMemoryAudit implements AuditStore {
    private record Key(AccountId account, Position position) {}

    private static final Position BEFORE_ALL = new Position(Instant.MAX, new UUID(-1, -1));
    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at)
            .thenComparing(Position::id, Uuids.ORDER)
            .reversed();
    private static final Comparator<Key> BY_ACCOUNT =
            Comparator.comparing((Key key) -> key.account().value()).thenComparing(Key::position, NEWEST_FIRST);

    private final Journal journal;
    private final Table<AccountId, Account> accounts;
    private final Table<Object, Integer> failuresInARow;
    private final NavigableMap<Key, AuditRecord> byAccount = new TreeMap<>(BY_ACCOUNT);
    private final Table<Key, AuditRecord> records;

    InMemoryAudit(Journal journal, Table<AccountId, Account> accounts, Table<Object, Integer> failuresInARow) {
        this.journal = journal;
        this.accounts = accounts;
        this.failuresInARow = failuresInARow;
        this.records = new Table<>(journal, byAccount);
    }

    @Override
    public void append(AccountId account, AuditRecord record) {
        journal.atomically(() -> {
            if (accounts.has(account) || failuresInARow.has(new RecipientKey(account.value()))) {
                records.keepFirst(new Key(account, Position.of(record)), record);
            }
        });
    }

    @Override
    public List<AuditRecord> page(AccountId account, AuditQuery query) {
        Key last = new Key(account, query.after().orElse(BEFORE_ALL));
        return journal.atomically(() -> byAccount.tailMap(last, false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().account().equals(account))
                .limit(query.limit() + 1L)
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Removes at most so many that happened then or before, the oldest first. */
    int prune(Instant endedBy, int max) {
        return journal.atomically(() -> {
            List<Key> old = byAccount.keySet().stream()
                    .filter(key -> !key.position().at().isAfter(endedBy))
                    .sorted(Comparator.comparing(key -> key.position().at()))
                    .limit(max)
                    .toList();
            old.forEach(records::remove);
            return old.size();
        });
    }

    /** Adds the records of one account to another's. */
    void give(AccountId from, AccountId to) {
        of(from).forEach(key -> append(to, Objects.requireNonNull(byAccount.get(key))));
        forget(from);
    }

    void forget(AccountId account) {
        journal.atomically(() -> of(account).forEach(records::remove));
    }

    /** How many an account has. */
    long count(AccountId account) {
        return of(account).size();
    }

    private List<Key> of(AccountId account) {
        return byAccount.keySet().stream()
                .filter(key -> key.account().equals(account))
                .toList();
    }
}
