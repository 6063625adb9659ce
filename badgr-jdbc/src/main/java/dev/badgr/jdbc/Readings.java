package dev.badgr.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Statements that read from several tables at one moment: here as joins. */
class Readings {
    static final String BY_ID = "select id from badgr_account where id = :id";
    static final String BY_EMAIL = "select account_id as id from badgr_verified_email where recipient_key = :recipient";
    static final String BY_IDENTITY =
            "select account_id as id from badgr_linked_identity where identity_key = :identity";

    private final Map<String, Sql> provisos = new ConcurrentHashMap<>();
    private final Sql accountById = account(BY_ID);
    private final Sql accountByEmail = account(BY_EMAIL);
    private final Sql accountByIdentity = account(BY_IDENTITY);
    private final Sql collection = Sql.of(collection());
    private final Sql collections = Sql.of(collections());

    final Sql accountById() {
        return accountById;
    }

    final Sql accountByEmail() {
        return accountByEmail;
    }

    final Sql accountByIdentity() {
        return accountByIdentity;
    }

    /** What an owner's collection shows: a row for each badge, or one without a badge. */
    final Sql collectionById() {
        return collection;
    }

    /** An owner's collections, with the number of badges that each shows. */
    final Sql collectionsOfOwner() {
        return collections;
    }

    /** The rows of the account whose id another statement finds. */
    Sql account(String id) {
        return Sql.of("""
                select %s
                from badgr_account a
                join badgr_verified_email e on e.account_id = a.id
                left join badgr_linked_identity i on i.account_id = a.id
                where a.id = (%s)
                order by %s
                """.formatted(AccountRows.COLUMNS, id, AccountRows.ORDER));
    }

    /** A change with one condition more: that a query finds something. */
    final Sql provided(String change, String query) {
        return provisos.computeIfAbsent(change + query, both -> Sql.of(proviso(change, query)));
    }

    String proviso(String change, String query) {
        return change + " and exists (" + query + ")";
    }

    String collection() {
        return """
                select %s, %s, %s
                from badgr_collection c
                left join badgr_collection_entry n on n.owner = c.owner and n.collection_id = c.id
                left join badgr_verified_email e on e.recipient_key = n.recipient_key and e.account_id = c.owner
                left join badgr_award a on a.recipient_key = e.recipient_key and a.sequence = n.sequence and %s
                left join badgr_badge b on b.issuer = a.issuer and b.slug = a.badge
                left join badgr_issuer i on i.id = b.issuer
                where c.owner = :owner and c.id = :id
                order by n.place
                """.formatted(CollectionRows.COLUMNS, AwardRows.COLUMNS, BadgeRows.COLUMNS, Pages.SHOWN);
    }

    String collections() {
        return """
                select %s, count(a.sequence) as badges
                from badgr_collection c
                left join badgr_collection_entry n on n.owner = c.owner and n.collection_id = c.id
                left join badgr_verified_email e on e.recipient_key = n.recipient_key and e.account_id = c.owner
                left join badgr_award a on a.recipient_key = e.recipient_key and a.sequence = n.sequence and %s
                where c.owner = :owner
                group by c.owner, c.id, c.name, c.description, c.version, c.created_at
                order by c.created_at desc, c.id
                """.formatted(CollectionRows.COLUMNS, Pages.SHOWN);
    }
}
