package dev.badgr;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import java.util.Objects;
import java.util.Optional;

/** What can be earned. Safe for use by many threads. */
public final class Badges {
    private final Setup setup;

    Badges(Setup setup) {
        this.setup = setup;
    }

    /**
     * Defines a badge and its issuer; doing it again, as at every start, changes nothing.
     *
     * @return the badge; refused with {@link Refusal.NotPossible} if there is another one under its id, or another issuer
     *     under its issuer's: a changed badge is another badge; or if its issuer's id is one of badgr's own
     */
    public Result<Badge> define(Badge badge) {
        if (badge.id().issuer().isElsewhere()) {
            return Rule.BADGE_FROM_ELSEWHERE.refused();
        }
        try {
            return Result.success(setup.storage()
                    .inTransaction(stores -> same(badge, stores.badges().define(badge))));
        } catch (RefusedException differs) {
            return Result.refused(differs.refusal());
        }
    }

    /** Leaves the transaction by an exception if it differs: the badge may be new and only its issuer another one. */
    private static Badge same(Badge wanted, Badge stored) {
        if (!stored.equals(wanted)) {
            throw new RefusedException(new Refusal.NotPossible(Rule.BADGE_DIFFERS));
        }
        return stored;
    }

    /** A badge by its id. */
    public Optional<Badge> find(BadgeId id) {
        Objects.requireNonNull(id, "id");
        return setup.stores().badges().byId(id);
    }
}
