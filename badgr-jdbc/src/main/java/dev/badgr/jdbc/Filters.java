package dev.badgr.jdbc;

import dev.badgr.backpack.BackpackQuery;

/**
 * Which conditions a query has, whatever their values: queries with the same ones are one statement, which the database
 * plans once. The number of rows is part of it, since a database that doesn't know it would plan for many, and so each time.
 */
record Filters(int rows, boolean all, boolean after, boolean badge, boolean issuer, boolean text, boolean tag) {
    static Filters of(BackpackQuery query) {
        return new Filters(
                query.limit() + 1,
                false,
                query.after().isPresent(),
                query.badge().isPresent(),
                query.issuer().isPresent(),
                query.text().isPresent(),
                query.tag().isPresent());
    }

    /** Whatever became of an award. */
    static Filters none(int rows, boolean after) {
        return new Filters(rows, true, after, false, false, false, false);
    }

    /** On an award {@code a} and, for what isn't in the award, its badge. */
    String conditions() {
        StringBuilder sql = new StringBuilder(all ? "true" : Pages.VISIBLE + " and a.state in (:state, 'WAITING')");
        if (after) {
            // The first condition is implied by the second; it is the one that a key of one address can be searched by.
            sql.append(" and a.sequence <= :after_sequence")
                    .append(" and (a.sequence < :after_sequence or a.recipient_key < :after_recipient)");
        }
        if (badge) {
            sql.append(" and a.issuer = :badge_issuer and a.badge = :badge");
        }
        if (issuer) {
            sql.append(" and a.issuer = :issuer");
        }
        if (text || tag) {
            sql.append(" and exists (").append(badgeConditions()).append(')');
        }
        return sql.toString();
    }

    private String badgeConditions() {
        return "select 1 from badgr_badge f where f.issuer = a.issuer and f.slug = a.badge"
                + (text ? " and position(:text in f.folded_name) > 0" : "")
                + (tag ? " and position(:tag in f.tags) > 0" : "");
    }
}
