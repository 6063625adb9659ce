package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.account.PersonName;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.port.ShareStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Share links in a table. Whether one shows anything is read from the award and the address each time. */
record JdbcShares(Jdbc jdbc) implements ShareStore {
    private static final Sql CREATE = Sql.of("""
            insert into badgr_share_link (id, owner, recipient_key, sequence, created_at, expires_at, revoked_at)
            select :id, :owner, a.recipient_key, a.sequence, :created_at,
                cast(:expires_at as timestamp(3) with time zone), cast(:revoked_at as timestamp(3) with time zone)
            from badgr_award a join badgr_verified_email e on e.recipient_key = a.recipient_key
            where a.recipient_key = :recipient and a.sequence = :sequence and e.account_id = :owner
                and a.state = 'SHOWN' and %s
            """.formatted(Pages.VISIBLE));
    private static final Sql REVOKE = Sql.of("""
            update badgr_share_link set revoked_at = :now where id = :id and owner = :owner and revoked_at is null
            """);
    private static final Sql OF_OWNER =
            Sql.of("select * from badgr_share_link where owner = :owner order by created_at desc, id limit 1000");

    @Override
    public boolean create(ShareLink link) {
        Params params = AwardRows.id(link.award())
                .and("id", link.id())
                .and("owner", link.owner())
                .and("created_at", link.createdAt())
                .and("expires_at", link.expiresAt())
                .and("revoked_at", link.revokedAt());
        return jdbc.atomically(
                session -> AccountLock.holds(session, link.owner()) && session.update(CREATE, params) == 1);
    }

    @Override
    public Optional<SharedBadge> view(String id, Instant now) {
        Sql view = jdbc.dialect().readings().sharedBadge();
        Params params = Params.with("id", id).and("now", now);
        return jdbc.once(session -> session.one(view, params, row -> shared(row, now)));
    }

    @Override
    public boolean revoke(AccountId owner, String id, Instant now) {
        Params params = Params.with("owner", owner).and("id", id).and("now", now);
        return jdbc.once(session -> session.update(REVOKE, params) == 1);
    }

    @Override
    public List<ShareLink> of(AccountId owner) {
        return jdbc.once(session -> session.list(OF_OWNER, Params.with("owner", owner), JdbcShares::link));
    }

    private static SharedBadge shared(Row row, Instant now) throws SQLException {
        PersonName name = new PersonName(row.text("first_name"), row.text("last_name"));
        return SharedBadge.of(new EntryReader().read(row), name, now);
    }

    private static ShareLink link(Row row) throws SQLException {
        return new ShareLink(
                row.text("id"),
                row.account("owner"),
                new AwardId(row.recipient("recipient_key"), row.uuid("sequence")),
                row.time("created_at"),
                row.optionalTime("expires_at"),
                row.optionalTime("revoked_at"));
    }
}
