package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.AuditStore;
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
}
