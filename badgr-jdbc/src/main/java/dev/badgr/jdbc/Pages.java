package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackQuery;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The statements that read a page of a Backpack: here by joining the awards of all addresses and sorting them. */
class Pages {
    /** The awards that may be seen at all. */
    static final String VISIBLE = "a.revoked_at is null and a.readdressed_sequence is null";

    /** Those that the Backpack shows, if their address is verified on the account. */
    static final String SHOWN = "a.state = 'SHOWN' and " + VISIBLE;

    private final Map<Filters, Sql> statements = new ConcurrentHashMap<>();

    final Sql sql(BackpackQuery query) {
        return statement(Filters.of(query));
    }

    /** A page of all awards, whatever became of them. */
    final Sql everything(int rows, boolean after) {
        return statement(Filters.none(rows, after));
    }

    private Sql statement(Filters filters) {
        return statements.computeIfAbsent(filters, wanted -> Sql.of(sql(wanted)));
    }

    String sql(Filters filters) {
        return """
                select %s, %s
                from badgr_verified_email e
                join badgr_award a on a.recipient_key = e.recipient_key
                join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                join badgr_issuer i on i.id = b.issuer
                where e.account_id = :owner and %s
                order by a.sequence desc, a.recipient_key desc limit %d
                """.formatted(AwardRows.COLUMNS, BadgeRows.COLUMNS, filters.conditions(), filters.rows());
    }

    static Params after(Optional<AwardId> last) {
        return Params.with("after_sequence", last.map(AwardId::sequence))
                .and("after_recipient", last.map(AwardId::recipient));
    }

    static Params params(AccountId owner, BackpackQuery query) {
        return Params.with("owner", owner)
                .and("state", query.state())
                .and(after(query.after()))
                .and("badge_issuer", query.badge().map(id -> id.issuer().value()))
                .and("badge", query.badge().map(id -> id.name()))
                .and("issuer", query.issuer().map(id -> id.value()))
                .and("text", query.text().map(BadgeRows::folded))
                .and("tag", query.tag().map(BadgeRows::tag));
    }
}
