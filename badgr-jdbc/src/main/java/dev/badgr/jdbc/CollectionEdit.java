package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.port.CollectionStore.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The difference between two states of a collection.
 *
 * @param before what is to be stored now
 * @param after what is to be stored then
 * @param added the badge that comes, if one does
 */
record CollectionEdit(Collection before, Collection after, Optional<AwardId> added) {
    private static final String CHANGE_TEXT = """
            update badgr_collection set name = :name, description = :description, version = :version
            where owner = :owner and id = :id and version = :before
            """;
    private static final Sql CHANGE = Sql.of(CHANGE_TEXT);
    private static final String IN_BACKPACK = """
            select 1 from badgr_award a join badgr_verified_email e on e.recipient_key = a.recipient_key
            where a.recipient_key = :recipient and a.sequence = :sequence and e.account_id = :owner and %s
            """.formatted(Pages.SHOWN);

    private static final Sql UNCHANGED =
            Sql.of("select 1 from badgr_collection where owner = :owner and id = :id and version = :before");
    private static final Sql ADD = Sql.of("""
            insert into badgr_collection_entry (owner, collection_id, recipient_key, sequence, place)
            values (:owner, :id, :recipient, :sequence, :place)
            """);
    private static final String ENTRY = """
            where owner = :owner and collection_id = :id and recipient_key = :recipient and sequence = :sequence
            """;
    private static final Sql REMOVE = Sql.of("delete from badgr_collection_entry " + ENTRY);
    private static final Sql PLACE = Sql.of("update badgr_collection_entry set place = :place " + ENTRY);

    static CollectionEdit of(Collection before, Collection after) {
        return new CollectionEdit(before, after, after.addedSince(before));
    }

    /** From its first statement on, the transaction holds the collection's row. */
    Change apply(Session session) throws SQLException {
        Params params = params(after).and("before", before.version());
        added.ifPresent(award -> params.and(AwardRows.id(award)));
        if (session.update(change(session), params) == 0) {
            return added.isPresent() && session.exists(UNCHANGED, params) ? Change.NOT_SHOWN : Change.STALE;
        }
        store(session);
        return Change.CHANGED;
    }

    /** That the Backpack shows the badge is a condition of the statement that decides who is first. */
    private Sql change(Session session) {
        return added.isPresent() ? session.dialect().readings().provided(CHANGE_TEXT, IN_BACKPACK) : CHANGE;
    }

    private void store(Session session) throws SQLException {
        List<AwardId> lost = new ArrayList<>(before.awards());
        lost.removeAll(after.awards());
        session.updateAll(REMOVE, lost.stream().map(this::entry).toList());
        List<AwardId> inOrder = new ArrayList<>(before.awards());
        inOrder.removeAll(lost);
        added.ifPresent(inOrder::add);
        if (added.isPresent()) {
            // Each badge came with a version of its own, so no place before this is as high.
            session.update(ADD, entry(added.get()).and("place", after.version()));
        }
        if (!inOrder.equals(after.awards())) {
            session.updateAll(PLACE, places());
        }
    }

    private List<Params> places() {
        return IntStream.range(0, after.awards().size())
                .mapToObj(i -> entry(after.awards().get(i)).and("place", i))
                .toList();
    }

    private Params entry(AwardId award) {
        return Params.with("owner", after.owner()).and("id", after.id()).and(AwardRows.id(award));
    }

    static Params params(Collection collection) {
        return Params.with("owner", collection.owner())
                .and("id", collection.id())
                .and("name", collection.name())
                .and("description", collection.description())
                .and("version", collection.version());
    }
}
