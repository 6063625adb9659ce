package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.BackpackStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Awards joined to the addresses that an account has at the moment. */
record JdbcBackpacks(Jdbc jdbc) implements BackpackStore {
    private static final Sql COUNT = Sql.of("""
            select count(*) as awards
            from badgr_verified_email e join badgr_award a on a.recipient_key = e.recipient_key
            where e.recipient_key = :recipient and e.account_id = :owner
                and a.state in ('SHOWN', 'HIDDEN', 'OFFERED') and %s
            """.formatted(Pages.VISIBLE));

    private static final Sql EXPIRING = Sql.of("""
            select %s, %s
            from badgr_verified_email e
            join badgr_award a on a.recipient_key = e.recipient_key
            join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
            join badgr_issuer i on i.id = b.issuer
            where e.account_id = :owner and a.state = 'SHOWN' and a.reissued_sequence is null
                and a.expires_at > :after and a.expires_at <= :until and %s
            order by a.expires_at, a.sequence, a.recipient_key limit :rows
            """.formatted(AwardRows.COLUMNS, BadgeRows.COLUMNS, Pages.VISIBLE));

    @Override
    public List<BackpackEntry> page(AccountId owner, BackpackQuery query) {
        Sql sql = jdbc.dialect().pages().sql(query);
        Params params = Pages.params(owner, query);
        return jdbc.once(session -> session.list(sql, params, new EntryReader()));
    }

    @Override
    public List<BackpackEntry> everything(AccountId owner, Optional<AwardId> after, int max) {
        Sql sql = jdbc.dialect().pages().everything(max, after.isPresent());
        Params params = Pages.after(after).and("owner", owner);
        return jdbc.once(session -> session.list(sql, params, new EntryReader()));
    }

    @Override
    public List<BackpackEntry> expiring(AccountId owner, Instant after, Instant until, int max) {
        Params params = Params.with("owner", owner)
                .and("after", after)
                .and("until", until)
                .and("rows", max);
        return jdbc.once(session -> session.list(EXPIRING, params, new EntryReader()));
    }

    @Override
    public long count(AccountId owner, RecipientKey recipient) {
        Params params = Params.with("owner", owner).and("recipient", recipient);
        return jdbc.once(session ->
                session.one(COUNT, params, row -> row.bigNumber("awards")).orElse(0L));
    }
}
