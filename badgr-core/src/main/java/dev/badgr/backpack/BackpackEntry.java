package dev.badgr.backpack;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import java.util.Objects;

/**
 * One badge in a Backpack.
 *
 * @param award that it was awarded
 * @param badge what it is
 */
public record BackpackEntry(Award award, Badge badge) {
    public BackpackEntry {
        Objects.requireNonNull(badge, "badge");
        if (!award.badge().equals(badge.id())) {
            throw new IllegalArgumentException("badge: must be the one that was awarded");
        }
    }
}
