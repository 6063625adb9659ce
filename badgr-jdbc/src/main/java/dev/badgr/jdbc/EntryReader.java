package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.backpack.BackpackEntry;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the rows of one page: a badge that was awarded often is made once. */
final class EntryReader implements Row.Mapper<BackpackEntry> {
    private final Map<BadgeId, Badge> badges = new HashMap<>();

    @Override
    public BackpackEntry read(Row row) throws SQLException {
        Award award = AwardRows.read(row);
        Badge known = badges.get(award.badge());
        Badge badge = known == null ? BadgeRows.read(row) : known;
        badges.put(badge.id(), badge);
        return new BackpackEntry(award, badge);
    }
}
