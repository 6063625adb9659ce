package dev.badgr.jdbc;

/**
 * The same with each table read by itself and once. The tables of one statement spread by different keys, and a sharded
 * PostgreSQL joins what it has read apart.
 */
final class PostgresReadings extends Readings {
    @Override
    Sql account(String id) {
        return account(id, "");
    }

    /** The same with something done on the way, beginning with a comma. */
    static Sql account(String id, String done) {
        return Sql.of("""
                with found as materialized (
                    %s
                ), emails as materialized (
                    select account_id, recipient_key, address, verified_at, since_epoch
                    from badgr_verified_email where account_id in (select id from found)
                ), identities as materialized (
                    select account_id, identity_key, issuer, subject, since_epoch
                    from badgr_linked_identity where account_id in (select id from found)
                )%s
                select %s
                from badgr_account a
                join emails e on e.account_id = a.id
                left join identities i on i.account_id = a.id
                where a.id in (select id from found)
                order by %s
                """.formatted(id, done, AccountRows.COLUMNS, AccountRows.ORDER));
    }

    @Override
    String proviso(String change, String query) {
        return "with found as materialized (%s) %s and exists (select 1 from found)".formatted(query, change);
    }

    @Override
    String collection() {
        return """
                with entries as materialized (
                    select recipient_key, sequence, place from badgr_collection_entry
                    where owner = :owner and collection_id = :id
                ), emails as materialized (
                    select recipient_key from badgr_verified_email where account_id = :owner
                ), shown as materialized (
                    select a.*, n.place
                    from entries n join badgr_award a on a.recipient_key = n.recipient_key and a.sequence = n.sequence
                    where a.recipient_key in (select recipient_key from emails) and %s
                )
                select %s, %s, %s
                from badgr_collection c
                left join shown a on true
                left join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                left join badgr_issuer i on i.id = b.issuer
                where c.owner = :owner and c.id = :id
                order by a.place
                """.formatted(Pages.SHOWN, CollectionRows.COLUMNS, AwardRows.COLUMNS, BadgeRows.COLUMNS);
    }

    @Override
    String collections() {
        return """
                with entries as materialized (
                    select collection_id, recipient_key, sequence from badgr_collection_entry where owner = :owner
                ), emails as materialized (
                    select recipient_key from badgr_verified_email where account_id = :owner
                ), shown as materialized (
                    select n.collection_id
                    from entries n join badgr_award a on a.recipient_key = n.recipient_key and a.sequence = n.sequence
                    where a.recipient_key in (select recipient_key from emails) and %s
                )
                select %s, (select count(*) from shown where collection_id = c.id) as badges
                from badgr_collection c
                where c.owner = :owner
                order by c.created_at desc, c.id
                """.formatted(Pages.SHOWN, CollectionRows.COLUMNS);
    }
}
