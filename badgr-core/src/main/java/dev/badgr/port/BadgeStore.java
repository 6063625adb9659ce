package dev.badgr.port;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import java.util.Optional;

/** Badges, each defined once. */
public interface BadgeStore {
    /**
     * Defines a badge and, with it, its issuer.
     *
     * @return the badge that is stored under this id: this one or, if there was one already, the first. An issuer that
     *     exists keeps its first definition too.
     */
    Badge define(Badge badge);

    /** A badge by its id. */
    Optional<Badge> byId(BadgeId id);
}
