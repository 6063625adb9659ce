package dev.badgr.jdbc;

import dev.badgr.backpack.SharedView;
import java.time.Instant;
import java.util.Optional;

/** Reads what a share link shows and counts it, in a transaction. */
class Viewing {
    /** Of a share link: that it still opens. */
    static final String LIVE = "revoked_at is null and (expires_at is null or expires_at > :now)";

    private static final Sql SHOWN = Sql.of("""
            select %s
            from badgr_share_link l
            join badgr_account p on p.id = l.owner and p.disabled_at is null
            left join badgr_collection c on c.owner = l.owner and c.id = l.collection_id
            left join badgr_collection_entry n on n.owner = c.owner and n.collection_id = c.id
            left join badgr_verified_email e
                on e.recipient_key = coalesce(n.recipient_key, l.recipient_key) and e.account_id = l.owner
            left join badgr_award a
                on a.recipient_key = e.recipient_key and a.sequence = coalesce(n.sequence, l.sequence) and %s
            left join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
            left join badgr_issuer i on i.id = b.issuer
            where l.id = :link and (c.id is not null or a.sequence is not null)
            order by n.place
            """.formatted(SharedRows.COLUMNS, Pages.SHOWN));
    private static final Sql COUNT =
            Sql.of("update badgr_share_link set views = views + 1 where id = :link and " + LIVE);

    Optional<SharedView> view(Jdbc jdbc, String link, Instant now) {
        Params params = Params.with("link", link).and("now", now);
        return jdbc.atomically(session -> {
            Optional<SharedView> view = SharedRows.view(session.list(SHOWN, params, SharedRows.reader()), now);
            return view.isPresent() && session.update(COUNT, params) == 1 ? view : Optional.empty();
        });
    }
}
