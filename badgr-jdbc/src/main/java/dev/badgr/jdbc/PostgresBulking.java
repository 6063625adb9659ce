package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.text.Bytes;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Copies a slice in the order of its keys, so that the index grows from one end to the other. A copy knows only all or nothing:
 * where some awards are there already, the slice goes to a temporary table, and is inserted from there by one statement.
 */
final class PostgresBulking extends Bulking {
    private static final int SLICE = 25_000;
    private static final int SAMPLE = 50;
    private static final String STAGE = "badgr_stage";
    /** The slices of one transaction share it: what one has left there is in {@code badgr_award}. */
    private static final Sql MAKE_STAGE =
            Sql.of("create temporary table if not exists %s (like badgr_award) on commit drop".formatted(STAGE));

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
        boolean canCopy = PostgresCopy.isPossible(session.connection());
        if (canCopy && seemNew(session, sorted) && areCopied(session, sorted)) {
            return all(sorted);
        }
        return fromStage(session, sorted, canCopy);
    }

    /** Only a guess, that spares most runs that are begun again a copy that fails. */
    private static boolean seemNew(Session session, List<Award> sorted) throws SQLException {
        int step = Math.max(1, sorted.size() / SAMPLE);
        List<AwardId> some = IntStream.iterate(0, i -> i < sorted.size(), i -> i + step)
                .mapToObj(i -> sorted.get(i).id())
                .toList();
        return AwardRows.existing(session, some).isEmpty();
    }

    /** Copies all, or nothing if one of them is there; the primary key knows. */
    private static boolean areCopied(Session session, List<Award> sorted) throws SQLException {
        Savepoint start = session.connection().setSavepoint();
        try {
            PostgresCopy.copy(session.connection(), "badgr_award", sorted);
            return true;
        } catch (SQLException e) {
            if (!session.dialect().isTaken(e)) {
                throw e;
            }
            session.connection().rollback(start);
            return false;
        }
    }

    private static BitSet fromStage(Session session, List<Award> sorted, boolean canCopy) throws SQLException {
        session.update(MAKE_STAGE, new Params());
        if (canCopy) {
            PostgresCopy.copy(session.connection(), STAGE, sorted);
        } else {
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
        if (added.count() == sorted.size()) {
            return all(sorted);
        }
        BitSet places = new BitSet(sorted.size());
        if (added.count() > 0) {
            Set<?> ids =
                    new HashSet<>(PackedAwards.unpack(added.ids().orElseThrow().toArray()));
            for (int i = 0; i < sorted.size(); i++) {
                places.set(i, ids.contains(sorted.get(i).id()));
            }
        }
        return places;
    }

    private static BitSet all(List<Award> sorted) {
        BitSet all = new BitSet(sorted.size());
        all.set(0, sorted.size());
        return all;
    }
}
