package dev.badgr.jdbc;

/**
 * Reads each address by itself, newest first and no more than the page needs: what a page costs depends on the number of
 * addresses, not on that of awards.
 */
final class PostgresPages extends Pages {
    @Override
    String sql(Filters filters) {
        return """
                select %s, %s
                from (
                    select w.*
                    from badgr_verified_email e
                    cross join lateral (
                        select * from badgr_award a
                        where a.recipient_key = e.recipient_key and %s
                        order by a.sequence desc limit %d
                    ) w
                    where e.account_id = :owner
                    order by w.sequence desc, w.recipient_key desc limit %d
                ) a
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                order by a.sequence desc, a.recipient_key desc
                """.formatted(
                        AwardRows.COLUMNS, BadgeRows.COLUMNS, filters.conditions(), filters.rows(), filters.rows());
    }
}
