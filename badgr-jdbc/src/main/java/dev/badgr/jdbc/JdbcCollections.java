package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.backpack.CollectionView;
import dev.badgr.port.CollectionStore;
import java.util.List;
import java.util.Optional;

/** Collections in a table, their badges in another. */
record JdbcCollections(Jdbc jdbc) implements CollectionStore {
    private static final Sql CREATE = Sql.of("""
            insert into badgr_collection (owner, id, name, description, version, created_at)
            select p.id, :id, :name, cast(:description as varchar(4000)), :version, :created_at
            from badgr_account p
            where p.id = :owner and (select count(*) from badgr_collection c where c.owner = :owner) < :max
            """);
    private static final Sql BY_ID = Sql.of("""
            select %s, n.recipient_key, n.sequence
            from badgr_collection c
            left join badgr_collection_entry n on n.owner = c.owner and n.collection_id = c.id
            where c.owner = :owner and c.id = :id order by n.place
            """.formatted(CollectionRows.COLUMNS));
    private static final Sql DELETE = Sql.of("delete from badgr_collection where owner = :owner and id = :id");
    private static final Sql DELETE_ENTRIES =
            Sql.of("delete from badgr_collection_entry where owner = :owner and collection_id = :id");

    @Override
    public Creation create(Collection collection, int max) {
        Params params = CollectionEdit.params(collection)
                .and("created_at", collection.createdAt())
                .and("max", max);
        return jdbc.atomically(session -> {
            // Held while the account's collections are counted, so that they don't become too many.
            if (!AccountSql.lock(session, collection.owner())) {
                return Creation.NO_ACCOUNT;
            }
            return session.update(CREATE, params) == 1 ? Creation.CREATED : Creation.TOO_MANY;
        });
    }

    @Override
    public Optional<Collection> byId(AccountId owner, CollectionId id) {
        Row.Mapper<AwardId> award = row -> new AwardId(row.recipient("recipient_key"), row.uuid("sequence"));
        return jdbc.once(session -> {
            var rows = session.list(BY_ID, id(owner, id), CollectionRows.with(award));
            return rows.stream().findFirst().map(row -> row.head().holding(CollectionRows.items(rows)));
        });
    }

    @Override
    public Optional<CollectionView> view(AccountId owner, CollectionId id) {
        Sql view = jdbc.dialect().readings().collectionById();
        return jdbc.once(session -> {
            List<CollectionRows<BackpackEntry>> rows =
                    session.list(view, id(owner, id), CollectionRows.with(new EntryReader()));
            return rows.stream().findFirst().map(row -> CollectionView.of(row.head(), CollectionRows.items(rows)));
        });
    }

    @Override
    public List<CollectionSummary> of(AccountId owner) {
        Sql all = jdbc.dialect().readings().collectionsOfOwner();
        Row.Mapper<CollectionSummary> summary =
                row -> CollectionSummary.of(CollectionRows.head(row), row.bigNumber("badges"));
        return jdbc.once(session -> session.list(all, Params.with("owner", owner), summary));
    }

    @Override
    public Change replace(Collection before, Collection after) {
        return jdbc.atomically(CollectionEdit.of(before, after)::apply);
    }

    /** The collection's row first: who changes it holds that. */
    @Override
    public boolean delete(AccountId owner, CollectionId id) {
        return jdbc.atomically(session -> {
            boolean there = session.update(DELETE, id(owner, id)) == 1;
            session.update(DELETE_ENTRIES, id(owner, id));
            return there;
        });
    }

    private static Params id(AccountId owner, CollectionId id) {
        return Params.with("owner", owner).and("id", id);
    }
}
