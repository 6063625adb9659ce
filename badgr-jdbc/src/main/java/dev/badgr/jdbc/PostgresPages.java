package dev.badgr.jdbc;

import dev.badgr.backpack.BackpackQuery;

/**
 * Reads each address by itself, newest first and no more than the page needs: what a page costs depends on the number of
 * addresses, not on that of awards.
 */
final class PostgresPages extends Pages {
    @Override
    Sql sql(BackpackQuery query) {
        return Sql.of("""
                select %s, %s
                from badgr_verified_email e
                cross join lateral (
                    select * from badgr_award a
                    where a.recipient_key = e.recipient_key and %s
                    order by a.sequence desc limit :rows
                ) a
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                where e.account_id = :owner
                order by a.sequence desc, a.recipient_key desc limit :rows
                """.formatted(AwardRows.COLUMNS, BadgeRows.COLUMNS, conditions(query)));
    }
}
