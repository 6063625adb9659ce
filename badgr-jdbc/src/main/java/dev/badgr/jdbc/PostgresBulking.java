package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.text.Bytes;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a slice to a temporary table, in the order of its keys, and inserts it from there by one statement, so that the index
 * grows from one end to the other.
 */
final class PostgresBulking extends Bulking {
    private static final int SLICE = 25_000;
    private static final String STAGE = "badgr_stage";
    private static final Sql MAKE_STAGE =
            Sql.of("create temporary table %s (like badgr_award) on commit drop".formatted(STAGE));
    private static final Sql TO_STAGE = Sql.of(AwardRows.INSERT_INTO.formatted(STAGE));

    /** Those that were added are told only if not all were: mostly they are all, or none. */
    private static final Sql FROM_STAGE = Sql.of("""
            with added as (
                insert into badgr_award (%1$s) select %1$s from %2$s on conflict do nothing
                returning recipient_key, sequence
            )
            select count(*) as added, case when count(*) < :rows
                then string_agg(uuid_send(recipient_key) || uuid_send(sequence), ''::bytea) end as ids
            from added
            """.formatted(AwardRows.STORED, STAGE));

    private record Added(int count, Optional<Bytes> ids) {}

    @Override
    int slice() {
        return SLICE;
    }

    @Override
    BitSet award(Session session, List<Award> sorted) throws SQLException {
        session.update(MAKE_STAGE, new Params());
        if (!PostgresCopy.copy(session.connection(), STAGE, sorted)) {
            session.updateAll(TO_STAGE, sorted.stream().map(AwardRows::params).toList());
        }
        Added added = session.one(FROM_STAGE, Params.with("rows", sorted.size()), PostgresBulking::read)
                .orElseThrow();
        return places(sorted, added);
    }

    private static Added read(Row row) throws SQLException {
        return new Added(row.number("added"), row.optionalBytes("ids"));
    }

    private static BitSet places(List<Award> sorted, Added added) {
        BitSet places = new BitSet(sorted.size());
        if (added.count() == sorted.size()) {
            places.set(0, sorted.size());
        } else if (added.count() > 0) {
            Set<?> ids =
                    new HashSet<>(PackedAwards.unpack(added.ids().orElseThrow().toArray()));
            for (int i = 0; i < sorted.size(); i++) {
                places.set(i, ids.contains(sorted.get(i).id()));
            }
        }
        return places;
    }
}
