package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.NewAward;
import dev.badgr.port.BulkStore.Announcing;
import dev.badgr.port.Event;
import dev.badgr.text.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Awards the rows of slices. For one run, whose badges it remembers. */
final class BulkAwarding {
    private static final int BADGES = 10_000;
    private static final Refusal NO_KEY =
            new Refusal.InvalidInput(List.of(new Violation("externalKey", "required", Map.of())));

    private final Setup setup;
    private final Deciding deciding;
    private final boolean announced;
    private final Map<BadgeId, Optional<Badge>> badges = new HashMap<>();

    BulkAwarding(Setup setup, boolean announced) {
        this.setup = setup;
        this.deciding = new Deciding(setup);
        this.announced = announced;
    }

    List<BulkOutcome> store(List<BulkRow<NewAward>> slice) {
        BulkOutcome[] outcomes = new BulkOutcome[slice.size()];
        List<Award> awards = new ArrayList<>(slice.size());
        int[] places = new int[slice.size()];
        Set<AwardId> seen = new HashSet<>(2 * slice.size());
        for (int place = 0; place < outcomes.length; place++) {
            Result<Award> award = slice.get(place).wanted().then(this::decided);
            if (award instanceof Result.Success<Award> success) {
                outcomes[place] = new BulkOutcome.DoneBefore(success.value().id());
                if (seen.add(success.value().id())) {
                    places[awards.size()] = place;
                    awards.add(success.value());
                }
            } else {
                outcomes[place] = new BulkOutcome.Refused(((Result.Refused<Award>) award).refusal());
            }
        }
        added(awards).stream().forEach(i -> outcomes[places[i]] = done(awards.get(i)));
        return Arrays.asList(outcomes);
    }

    private BitSet added(List<Award> awards) {
        return awards.isEmpty() ? new BitSet() : setup.stores().bulk().award(awards, announcing());
    }

    private Optional<Announcing> announcing() {
        return announced ? Optional.of(new Announcing(setup.id(), setup.now())) : Optional.empty();
    }

    private BulkOutcome done(Award award) {
        setup.events().happened(Event.BADGE_AWARDED, award);
        return new BulkOutcome.Done(award.id());
    }

    /** Without a key, the same run again would award it again. */
    private Result<Award> decided(NewAward wanted) {
        if (wanted.external().isEmpty()) {
            return Result.refused(NO_KEY);
        }
        return found(wanted.badge().id()).then(badge -> deciding.decide(wanted));
    }

    /** A badge as it is defined. */
    Result<Badge> found(BadgeId id) {
        if (badges.size() == BADGES) {
            badges.clear();
        }
        return badges.computeIfAbsent(id, setup.stores().badges()::byId)
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.NotFound("badge")));
    }
}
