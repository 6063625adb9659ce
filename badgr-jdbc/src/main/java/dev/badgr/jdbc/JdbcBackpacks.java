package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.BackpackStore;
import java.util.List;

/** Awards joined to the addresses that an account has at the moment. */
record JdbcBackpacks(Jdbc jdbc) implements BackpackStore {
    private static final Sql COUNT = Sql.of("""
            select count(*) as awards
            from badgr_verified_email e join badgr_award a on a.recipient_key = e.recipient_key
            where e.recipient_key = :recipient and e.account_id = :owner
                and a.state in ('SHOWN', 'HIDDEN', 'OFFERED') and %s
            """.formatted(Pages.VISIBLE));

    @Override
    public List<BackpackEntry> page(AccountId owner, BackpackQuery query) {
        Sql sql = jdbc.dialect().pages().sql(query);
        Params params = Pages.params(owner, query);
        return jdbc.once(session -> session.list(sql, params, new EntryReader()));
    }

    @Override
    public long count(AccountId owner, RecipientKey recipient) {
        Params params = Params.with("owner", owner).and("recipient", recipient);
        return jdbc.once(session ->
                session.one(COUNT, params, row -> row.bigNumber("awards")).orElse(0L));
    }
}
