package dev.badgr;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
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
     * @return the badge; refused with {@link Refusal.NotPossible} if there is another one under its id: a changed badge is
     *     another badge
     */
    public Result<Badge> define(Badge badge) {
        Badge stored = setup.stores().badges().define(badge);
        return stored.equals(badge)
                ? Result.success(stored)
                : Result.refused(new Refusal.NotPossible(Rule.BADGE_DIFFERS));
    }

    /** A badge by its id. */
    public Optional<Badge> find(BadgeId id) {
        return setup.stores().badges().byId(id);
    }
}
