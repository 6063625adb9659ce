package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewRevocation;
import dev.badgr.award.Revocation;
import dev.badgr.port.BulkStore.Revoked;
import dev.badgr.port.BulkStore.Revoking;
import dev.badgr.port.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Revokes the rows of slices. */
record BulkRevoking(Setup setup) {
    List<BulkOutcome> store(List<BulkRow<NewRevocation>> slice) {
        Map<AwardId, BulkOutcome> first = revoked(firsts(slice));
        List<BulkOutcome> outcomes = new ArrayList<>(slice.size());
        for (BulkRow<NewRevocation> row : slice) {
            outcomes.add(row.wanted().fold(wanted -> next(wanted.award(), first), BulkOutcome.Refused::new));
        }
        return outcomes;
    }

    /** What the first row of an award has done, the next ones find done before. */
    private static BulkOutcome next(AwardId award, Map<AwardId, BulkOutcome> first) {
        BulkOutcome outcome = Objects.requireNonNull(first.get(award));
        if (outcome instanceof BulkOutcome.Done) {
            first.put(award, new BulkOutcome.DoneBefore(award));
        }
        return outcome;
    }

    private List<Revoking> firsts(List<BulkRow<NewRevocation>> slice) {
        Instant now = setup.now();
        Map<AwardId, Revoking> firsts = new LinkedHashMap<>();
        for (BulkRow<NewRevocation> row : slice) {
            row.wanted().then(wanted -> {
                firsts.computeIfAbsent(wanted.award(), id -> new Revoking(id, new Revocation(wanted.reason(), now)));
                return row.wanted();
            });
        }
        return List.copyOf(firsts.values());
    }

    private Map<AwardId, BulkOutcome> revoked(List<Revoking> wanted) {
        Map<AwardId, BulkOutcome> outcomes = new HashMap<>();
        List<Revoked> revoked =
                wanted.isEmpty() ? List.of() : setup.stores().bulk().revoke(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            AwardId id = wanted.get(i).award();
            outcomes.put(id, outcome(followed(wanted.get(i), revoked.get(i))));
        }
        return outcomes;
    }

    /** If there is none of that id, it may be one that the award had under a former recipient secret. */
    private Revoked followed(Revoking wanted, Revoked revoked) {
        if (revoked.award().isPresent()) {
            return revoked;
        }
        return setup.award(setup.stores(), wanted.award())
                .map(award -> new Revoking(award.id(), wanted.revocation()))
                .map(current -> setup.stores().bulk().revoke(List.of(current)).get(0))
                .orElse(revoked);
    }

    private BulkOutcome outcome(Revoked revoked) {
        if (revoked.award().isEmpty()) {
            return new BulkOutcome.Refused(new Refusal.NotFound("award"));
        }
        Award award = revoked.award().get();
        if (revoked.isNow()) {
            setup.events().happened(Event.BADGE_REVOKED, award);
            return new BulkOutcome.Done(award.id());
        }
        return award.revocation().isPresent() && !award.badge().issuer().isElsewhere()
                ? new BulkOutcome.DoneBefore(award.id())
                : new BulkOutcome.Refused(new Refusal.NotPossible(Awards.notRevoked(award)));
    }
}
