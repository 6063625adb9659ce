package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedView;
import dev.badgr.port.ShareStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Share links in a table. Whether one shows anything is read from the award and the address each time. */
record JdbcShares(Jdbc jdbc) implements ShareStore {
    private static final Sql CREATE_TO_AWARD = Sql.of("""
            insert into badgr_share_link (id, owner, recipient_key, sequence, created_at, expires_at, views)
            select :id, :owner, a.recipient_key, a.sequence, :created_at,
                cast(:expires_at as timestamp(3) with time zone), 0
            from badgr_award a join badgr_verified_email e on e.recipient_key = a.recipient_key
            where a.recipient_key = :recipient and a.sequence = :sequence and e.account_id = :owner and %s
            """.formatted(Pages.SHOWN));
    private static final Sql CREATE_TO_COLLECTION = Sql.of("""
            insert into badgr_share_link (id, owner, collection_id, created_at, expires_at, views)
            select :id, c.owner, c.id, :created_at, cast(:expires_at as timestamp(3) with time zone), 0
            from badgr_collection c where c.owner = :owner and c.id = :collection
            """);
    private static final Sql REVOKE = Sql.of("""
            update badgr_share_link set revoked_at = :now where id = :id and owner = :owner and revoked_at is null
            """);
    private static final Sql OF_OWNER =
            Sql.of("select * from badgr_share_link where owner = :owner order by created_at desc, id limit 1000");

    @Override
    public boolean create(ShareLink link) {
        Params params = Params.with("id", link.id())
                .and("owner", link.owner())
                .and("created_at", link.createdAt())
                .and("expires_at", link.expiresAt());
        if (link.target() instanceof Shareable.OneBadge one) {
            return insert(link.owner(), CREATE_TO_AWARD, params.and(AwardRows.id(one.award())));
        }
        CollectionId collection = ((Shareable.WholeCollection) link.target()).collection();
        return insert(link.owner(), CREATE_TO_COLLECTION, params.and("collection", collection));
    }

    @Override
    public Optional<SharedView> view(String id, Instant now) {
        return jdbc.dialect().viewing().view(jdbc, id, now);
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

    /** Holding the owner's row, so that no link is left behind by an account that becomes part of another. */
    private boolean insert(AccountId owner, Sql insert, Params params) {
        return jdbc.atomically(session -> AccountSql.lock(session, owner) && session.update(insert, params) == 1);
    }

    private static ShareLink link(Row row) throws SQLException {
        return new ShareLink(
                row.text("id"),
                row.account("owner"),
                target(row),
                row.time("created_at"),
                row.optionalTime("expires_at"),
                row.optionalTime("revoked_at"),
                row.bigNumber("views"));
    }

    private static Shareable target(Row row) throws SQLException {
        Optional<AwardId> award = row.optionalAward("recipient_key", "sequence");
        return award.isPresent()
                ? new Shareable.OneBadge(award.get())
                : new Shareable.WholeCollection(new CollectionId(row.uuid("collection_id")));
    }
}
