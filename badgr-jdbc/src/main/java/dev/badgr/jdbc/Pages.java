package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import java.sql.SQLException;

/** The statement that reads a page of a Backpack: the awards of all addresses, joined and put in order. */
class Pages {
    /** The awards that may be seen at all. */
    static final String VISIBLE = "a.revoked_at is null and a.readdressed_sequence is null";

    /** The statement for a query. */
    Sql sql(BackpackQuery query) {
        return Sql.of("""
                select %s, %s
                from badgr_verified_email e
                join badgr_award a on a.recipient_key = e.recipient_key
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                where e.account_id = :owner and %s
                order by a.sequence desc, a.recipient_key desc limit :rows
                """.formatted(AwardRows.COLUMNS, BadgeRows.COLUMNS, conditions(query)));
    }

    final Params params(AccountId owner, BackpackQuery query) {
        return Params.with("owner", owner)
                .and("rows", query.limit() + 1)
                .and("state", query.state())
                .and("after_sequence", query.after().map(id -> id.sequence()))
                .and("after_recipient", query.after().map(id -> id.recipient()))
                .and("badge_issuer", query.badge().map(id -> id.issuer().value()))
                .and("badge", query.badge().map(id -> id.name()))
                .and("issuer", query.issuer().map(id -> id.value()))
                .and("text", query.text().map(BadgeRows::folded))
                .and("tag", query.tag().map(BadgeRows::tag));
    }

    static BackpackEntry read(Row row) throws SQLException {
        return new BackpackEntry(AwardRows.read(row), BadgeRows.read(row));
    }

    /** What the query asks of an award {@code a} and, for what isn't in the award, of its badge. */
    static String conditions(BackpackQuery query) {
        StringBuilder sql = new StringBuilder(VISIBLE).append(" and a.state in (:state, 'WAITING')");
        if (query.after().isPresent()) {
            // The first condition is implied by the second; it is the one that a key of one address can be searched by.
            sql.append(" and a.sequence <= :after_sequence")
                    .append(" and (a.sequence < :after_sequence or a.recipient_key < :after_recipient)");
        }
        if (query.badge().isPresent()) {
            sql.append(" and a.issuer = :badge_issuer and a.badge = :badge");
        }
        if (query.issuer().isPresent()) {
            sql.append(" and a.issuer = :issuer");
        }
        if (query.text().isPresent() || query.tag().isPresent()) {
            sql.append(" and exists (").append(badgeConditions(query)).append(')');
        }
        return sql.toString();
    }

    private static String badgeConditions(BackpackQuery query) {
        String sql = "select 1 from badgr_badge f where f.issuer = a.issuer and f.slug = a.badge";
        String text = query.text().isPresent() ? " and position(:text in f.folded_name) > 0" : "";
        String tag = query.tag().isPresent() ? " and position(:tag in f.tags) > 0" : "";
        return sql + text + tag;
    }
}
