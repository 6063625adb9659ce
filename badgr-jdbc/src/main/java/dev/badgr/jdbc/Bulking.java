package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Stores a slice of awards: some hundred in a statement and, only where another transaction has come between, one by one.
 */
class Bulking {
    private static final int SLICE = 2_000;
    private static final int ROWS = 200;

    /** How many awards are a good slice. */
    int slice() {
        return SLICE;
    }

    /**
     * Stores those awards whose ids have none.
     *
     * @param sorted by their keys, so that two slices at once may wait for each other, but never both
     * @return the places of those that it did store
     */
    BitSet award(Session session, List<Award> sorted) throws SQLException {
        BitSet added = new BitSet();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            int to = Math.min(sorted.size(), from + ROWS);
            insert(session, sorted, missing(session, sorted, from, to)).forEach(added::set);
        }
        return added;
    }

    private static int[] missing(Session session, List<Award> awards, int from, int to) throws SQLException {
        List<AwardId> ids = awards.subList(from, to).stream().map(Award::id).toList();
        Set<AwardId> there = new HashSet<>(AwardRows.existing(session, ids));
        return IntStream.range(from, to)
                .filter(i -> !there.contains(awards.get(i).id()))
                .toArray();
    }

    private static IntStream insert(Session session, List<Award> awards, int[] places) throws SQLException {
        List<Params> rows = IntStream.of(places)
                .mapToObj(i -> AwardRows.params(awards.get(i)))
                .toList();
        try {
            session.updateMany(AwardRows.INSERT_MANY, rows);
            return IntStream.of(places);
        } catch (SQLException e) {
            if (!session.dialect().isTaken(e)) {
                throw e;
            }
        }
        return insertOneByOne(session, rows).stream().map(i -> places[i]);
    }

    private static BitSet insertOneByOne(Session session, List<Params> rows) throws SQLException {
        BitSet added = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            added.set(i, session.insertIfAbsent(AwardRows.INSERT, rows.get(i)));
        }
        return added;
    }
}
