package dev.badgr.memory;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.port.BadgeStore;
import java.util.Optional;

/** Badges and their issuers. */
final class InMemoryBadges implements BadgeStore {
    private static final Layout<IssuerId, Issuer> ISSUERS = Layout.single();
    private static final Layout<BadgeId, Badge> BADGES = Layout.single();

    private final Table<IssuerId, Issuer> issuers;
    private final Table<BadgeId, Badge> badges;

    InMemoryBadges(Transaction in) {
        this.issuers = in.table(ISSUERS);
        this.badges = in.table(BADGES);
    }

    @Override
    public Badge define(Badge badge) {
        Issuer issuer = issuers.keepFirst(badge.issuer().id(), badge.issuer());
        return badges.keepFirst(badge.id(), by(issuer, badge));
    }

    @Override
    public Optional<Badge> byId(BadgeId id) {
        return badges.find(id);
    }

    private static Badge by(Issuer issuer, Badge badge) {
        return new Badge(
                badge.id(),
                issuer,
                badge.name(),
                badge.description(),
                badge.criteria(),
                badge.image(),
                badge.tags(),
                badge.validFor());
    }
}
