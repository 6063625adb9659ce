package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.BulkStore;
import dev.badgr.text.Uuids;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Slices of awards, each stored in a transaction, and the queue of those that are to be announced. */
record JdbcBulk(Jdbc jdbc) implements BulkStore {
    /** As the primary key of their table orders them. */
    private static final Comparator<AwardId> BY_KEY = Comparator.comparing(
                    (AwardId id) -> id.recipient().value(), Uuids.ORDER)
            .thenComparing(AwardId::sequence, Uuids.ORDER);

    @Override
    public int slice() {
        return jdbc.dialect().bulking().slice();
    }

    @Override
    public BitSet award(List<Award> awards, Optional<Announcing> announcing) {
        Integer[] order = order(awards);
        List<Award> sorted = Arrays.stream(order).map(awards::get).toList();
        BitSet added = jdbc.atomically(session -> award(session, sorted, announcing));
        BitSet places = new BitSet();
        added.stream().map(i -> order[i]).forEach(places::set);
        return places;
    }

    /** The places of the awards in the order of their keys; seldom is more than the first half of the first part looked at. */
    private static Integer[] order(List<Award> awards) {
        long[] beginnings = awards.stream()
                .mapToLong(award -> award.id().recipient().value().getMostSignificantBits())
                .toArray();
        Integer[] order = IntStream.range(0, beginnings.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> {
            int first = Long.compareUnsigned(beginnings[a], beginnings[b]);
            return first != 0
                    ? first
                    : BY_KEY.compare(awards.get(a).id(), awards.get(b).id());
        });
        return order;
    }

    private static BitSet award(Session session, List<Award> sorted, Optional<Announcing> announcing)
            throws SQLException {
        BitSet added = session.dialect().bulking().award(session, sorted);
        if (announcing.isPresent()) {
            List<AwardId> ids = added.stream().mapToObj(i -> sorted.get(i).id()).toList();
            Unannounced.add(session, announcing.get(), ids);
        }
        return added;
    }

    @Override
    public Taken takeUnannounced(int max) {
        return jdbc.atomically(session -> Unannounced.take(session, max));
    }

    @Override
    public List<Revoked> revoke(List<Revoking> wanted) {
        List<Revoking> sorted = wanted.stream()
                .sorted(Comparator.comparing(Revoking::award, BY_KEY))
                .toList();
        Map<AwardId, Revoked> outcomes = jdbc.atomically(session -> BulkRevocation.revoke(session, sorted));
        return wanted.stream()
                .map(one -> Objects.requireNonNull(outcomes.get(one.award())))
                .toList();
    }
}
