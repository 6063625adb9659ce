package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.AuditStore;
import java.time.Instant;
import java.util.List;

/** What happened, in a table whose primary key is its order. */
record JdbcAudit(Jdbc jdbc) implements AuditStore {
    private static final String OF_ACCOUNT = "select * from badgr_audit where account_id = :account";
    private static final String NEWEST_FIRST = " order by happened_at desc, id desc limit :rows";
    private static final Sql NEWEST = Sql.of(OF_ACCOUNT + NEWEST_FIRST);

    /** The first condition is implied by the second; it is the one that the key can be searched by. */
    private static final Sql AFTER = Sql.of(
            OF_ACCOUNT + " and happened_at <= :last_at and (happened_at < :last_at or id < :last_id)" + NEWEST_FIRST);

    /** A mailbox without an account. An account's counts go with it, so this finds none of one that was erased. */
    private static final Sql COUNTED =
            Sql.of("select 1 from badgr_sign_in_count where subject = :account and client = '*'");

    private static final Sql OLD = Sql.of("""
            select account_id, happened_at, id from badgr_audit where happened_at < :before
            order by happened_at limit :rows
            """);
    private static final Sql REMOVE = Sql.of(
            "delete from badgr_audit where account_id = :account and happened_at = :happened_at and id = :record");
    private static final Sql FORGET = Sql.of("delete from badgr_audit where account_id = :account");

    @Override
    public void append(AccountId account, AuditRecord record) {
        jdbc.atomically(session -> {
            boolean there =
                    AccountSql.lock(session, account) || session.exists(COUNTED, Params.with("account", account));
            if (there) {
                AuditRows.write(session, account, record);
            }
            return there;
        });
    }

    @Override
    public List<AuditRecord> page(AccountId account, AuditQuery query) {
        Params params = Params.with("account", account)
                .and("last_at", query.after().map(Position::at))
                .and("last_id", query.after().map(Position::id))
                .and("rows", query.limit() + 1);
        Sql page = query.after().isPresent() ? AFTER : NEWEST;
        return jdbc.once(session -> session.list(page, params, AuditRows::read));
    }

    @Override
    public int prune(Instant before, int max) {
        Params params = Params.with("before", before).and("rows", max);
        return jdbc.atomically(session -> {
            List<Params> old = session.list(
                    OLD,
                    params,
                    row -> Params.with("account", row.account("account_id"))
                            .and("happened_at", row.time("happened_at"))
                            .and("record", row.uuid("id")));
            session.updateAll(REMOVE, old);
            return old.size();
        });
    }

    @Override
    public void forget(AccountId account) {
        jdbc.once(session -> session.update(FORGET, Params.with("account", account)));
    }
}
