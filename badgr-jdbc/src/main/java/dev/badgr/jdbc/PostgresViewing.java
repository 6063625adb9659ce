package dev.badgr.jdbc;

import dev.badgr.backpack.SharedView;
import java.time.Instant;
import java.util.Optional;

/**
 * One statement. The link's row is counted on the condition that it still opens, which the database checks again on what
 * others left, so nothing is shown by a link whose revocation was acknowledged. Each table is read by itself: see
 * {@link PostgresReadings}.
 */
final class PostgresViewing extends Viewing {
    private static final Sql VIEW = Sql.of("""
            with link as materialized (
                select owner, recipient_key, sequence, collection_id from badgr_share_link where id = :link and %1$s
            ), collection as materialized (
                select * from badgr_collection
                where owner in (select owner from link) and id in (select collection_id from link)
            ), entries as materialized (
                select recipient_key, sequence, cast(0 as bigint) as place from link where collection_id is null
                union all
                select recipient_key, sequence, place from badgr_collection_entry
                where owner in (select owner from collection) and collection_id in (select id from collection)
            ), emails as materialized (
                select recipient_key from badgr_verified_email where account_id in (select owner from link)
            ), shown as materialized (
                select a.*, n.place
                from entries n join badgr_award a on a.recipient_key = n.recipient_key and a.sequence = n.sequence
                where a.recipient_key in (select recipient_key from emails) and %2$s
            ), person as materialized (
                select first_name, last_name from badgr_account
                where id in (select owner from link) and disabled_at is null
            ), counted as (
                update badgr_share_link set views = views + 1
                where id = :link and %1$s
                    and exists (select 1 from person)
                    and (exists (select 1 from collection) or exists (select 1 from shown))
                returning id
            )
            select %3$s
            from counted
            cross join person p
            left join collection c on true
            left join shown a on true
            left join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
            left join badgr_issuer i on i.id = b.issuer
            order by a.place
            """.formatted(LIVE, Pages.SHOWN, SharedRows.COLUMNS));

    @Override
    Optional<SharedView> view(Jdbc jdbc, String link, Instant now) {
        Params params = Params.with("link", link).and("now", now);
        return jdbc.once(session -> SharedRows.view(session.list(VIEW, params, SharedRows.reader()), now));
    }
}
