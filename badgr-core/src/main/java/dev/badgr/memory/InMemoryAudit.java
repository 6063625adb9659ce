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
import java.util.UUID;

/** What happened, those records of one account side by side. */
final class InMemoryAudit implements AuditStore {
    private record Key(AccountId account, Position position) {}

    private static final Position BEFORE_ALL = new Position(Instant.MAX, new UUID(-1, -1));
    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at)
            .thenComparing(Position::id, Uuids.ORDER)
            .reversed();
    private static final Layout<Key, AuditRecord> RECORDS =
            Layout.grouped(Key::account, Comparator.comparing(Key::position, NEWEST_FIRST));

    private final Table<AccountId, Account> accounts;
    private final Table<Object, Integer> failuresInARow;
    private final Table<Key, AuditRecord> records;

    InMemoryAudit(Transaction in) {
        this.accounts = in.table(InMemoryAccounts.ACCOUNTS);
        this.failuresInARow = in.table(InMemorySignIns.IN_A_ROW);
        this.records = in.table(RECORDS);
    }

    @Override
    public void append(AccountId account, AuditRecord record) {
        if (accounts.has(account) || failuresInARow.has(new RecipientKey(account.value()))) {
            records.keepFirst(new Key(account, Position.of(record)), record);
        }
    }

    @Override
    public List<AuditRecord> page(AccountId account, AuditQuery query) {
        Key last = new Key(account, query.after().orElse(BEFORE_ALL));
        return records.after(account, last).limit(query.limit() + 1L).toList();
    }

    /** Removes at most so many that happened then or before, the oldest first. */
    int prune(Instant endedBy, int max) {
        List<Key> old = records.keys()
                .filter(key -> !key.position().at().isAfter(endedBy))
                .sorted(Comparator.comparing(key -> key.position().at()))
                .limit(max)
                .toList();
        old.forEach(records::remove);
        return old.size();
    }

    /** Adds the records of one account to another's. */
    void give(AccountId from, AccountId to) {
        records.of(from).forEach(record -> append(to, record));
        forget(from);
    }

    void forget(AccountId account) {
        records.keysOf(account).forEach(records::remove);
    }

    /** How many an account has. */
    long count(AccountId account) {
        return records.of(account).count();
    }
}
