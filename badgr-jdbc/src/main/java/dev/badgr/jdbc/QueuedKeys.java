package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the awards that are still to be announced their new keys: they are no columns, but packed. */
record QueuedKeys() implements RekeyWork {
    private static final Keyset QUEUE = Keyset.of("badgr_unannounced", "id");
    private static final Many SUCCESSORS =
            new Many("select old_key, new_key from badgr_former_key where old_key in (", Sql.of(":key"), ")");
    private static final Sql REPLACE = Sql.of("update badgr_unannounced set awards = :awards where id = :id");
    private static final int AT_ONCE = 1000;

    /** A row of the queue, which may hold many thousand awards: so it is a slice of its own. */
    private record Queued(Params id, Params last, List<AwardId> awards) {
        static Queued read(Row row) throws SQLException {
            return new Queued(
                    Params.with("id", row.uuid("id")),
                    QUEUE.key(row, "after"),
                    PackedAwards.unpack(row.bytes("awards").toArray()));
        }
    }

    @Override
    public String table() {
        return QUEUE.table();
    }

    @Override
    public Slice next(Session session, Optional<Params> after, int rows) throws SQLException {
        Sql next = QUEUE.next(after.isEmpty(), List.of("awards"));
        Params params = Params.with("rows", 1).and(after.orElseGet(Params::new));
        Optional<Queued> queued = session.one(next, params, Queued::read);
        if (queued.isEmpty()) {
            return Slice.NONE;
        }
        List<AwardId> moved = moved(session, queued.get().awards());
        session.update(REPLACE, queued.get().id().and("awards", PackedAwards.pack(moved)));
        return new Slice(1, queued.get().last());
    }

    /** Those that were moved before have no successor, and stay. */
    private static List<AwardId> moved(Session session, List<AwardId> awards) throws SQLException {
        Map<RecipientKey, RecipientKey> successors = new HashMap<>();
        for (int from = 0; from < awards.size(); from += AT_ONCE) {
            List<Params> keys = awards.subList(from, Math.min(from + AT_ONCE, awards.size())).stream()
                    .map(id -> Params.with("key", id.recipient()))
                    .toList();
            session.listMany(SUCCESSORS, keys, row -> Map.entry(row.recipient("old_key"), row.recipient("new_key")))
                    .forEach(pair -> successors.put(pair.getKey(), pair.getValue()));
        }
        return awards.stream()
                .map(id -> id.under(successors.getOrDefault(id.recipient(), id.recipient())))
                .toList();
    }
}
