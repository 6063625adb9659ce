package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.BulkStore;
import dev.badgr.port.BulkStore.Revoked;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revokes awards, some hundred in a round trip where the driver can. */
final class BulkRevocation {
    private static final int ROWS = 200;

    private BulkRevocation() {}

    /** @param sorted by the keys of the awards, so that two at once may wait for each other, but never both */
    static Map<AwardId, Revoked> revoke(Session session, List<BulkStore.Revoking> sorted) throws SQLException {
        Map<AwardId, Revoked> outcomes = new HashMap<>();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            revoke(session, sorted.subList(from, Math.min(sorted.size(), from + ROWS)), outcomes);
        }
        return outcomes;
    }

    private static void revoke(Session session, List<BulkStore.Revoking> some, Map<AwardId, Revoked> outcomes)
            throws SQLException {
        List<Params> params = some.stream()
                .map(one -> Revoking.params(one.award(), one.revocation()))
                .toList();
        int[] changed = session.updateAll(Revoking.REVOKED, params);
        Map<AwardId, Award> awards = byId(session, some);
        List<Award> revoked = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            Optional<Award> award = Optional.ofNullable(awards.get(some.get(i).award()));
            boolean now = changed[i] == 1;
            outcomes.put(some.get(i).award(), new Revoked(award, now));
            award.filter(one -> now).ifPresent(revoked::add);
        }
        session.updateMany(
                WithdrawalRows.INSERT_MANY,
                revoked.stream().map(WithdrawalRows::params).toList());
    }

    private static Map<AwardId, Award> byId(Session session, List<BulkStore.Revoking> some) throws SQLException {
        Map<AwardId, Award> awards = new HashMap<>();
        List<AwardId> ids = some.stream().map(BulkStore.Revoking::award).toList();
        AwardRows.byIds(session, ids).forEach(award -> awards.put(award.id(), award));
        return awards;
    }
}
