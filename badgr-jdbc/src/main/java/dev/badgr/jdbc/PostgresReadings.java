package dev.badgr.jdbc;

/**
 * The same with each table read by itself and once. The tables of one statement spread by different keys, and a sharded
 * PostgreSQL joins what it has read apart.
 */
final class PostgresReadings extends Readings {
    @Override
    Sql account(String id) {
        return Sql.of("""
                with found as materialized (
                    %s
                ), emails as materialized (
                    select account_id, recipient_key, address, verified_at, since_epoch
                    from badgr_verified_email where account_id in (select id from found)
                ), identities as materialized (
                    select account_id, identity_key, issuer, subject, since_epoch
                    from badgr_linked_identity where account_id in (select id from found)
                )
                select %s
                from badgr_account a
                join emails e on e.account_id = a.id
                left join identities i on i.account_id = a.id
                where a.id in (select id from found)
                order by %s
                """.formatted(id, AccountRows.COLUMNS, AccountRows.ORDER));
    }

    @Override
    Sql shared() {
        return Sql.of("""
                with link as materialized (
                    select owner, recipient_key, sequence from badgr_share_link
                    where id = :id and revoked_at is null and (expires_at is null or expires_at > :now)
                ), shown as materialized (
                    select a.* from badgr_award a join badgr_verified_email e on e.recipient_key = a.recipient_key
                    where a.recipient_key in (select recipient_key from link)
                        and a.sequence in (select sequence from link)
                        and e.account_id in (select owner from link) and a.state = 'SHOWN' and %s
                ), person as materialized (
                    select first_name, last_name from badgr_account where id in (select owner from link)
                )
                select p.first_name, p.last_name, %s, %s
                from shown a
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                cross join person p
                """.formatted(Pages.VISIBLE, AwardRows.COLUMNS, BadgeRows.COLUMNS));
    }
}
