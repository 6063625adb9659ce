package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.COLLECTION;
import static dev.badgr.jdbc.Audited.COLLECTION_ENTRY;
import static dev.badgr.jdbc.Audited.SHARE;

import java.util.List;

/** Whether collections, and the links that show badges and collections, name what is there. */
final class CollectionChecks {
    private static final String ITS_COLLECTION =
            "select 1 from badgr_collection c where c.owner = t.owner and c.id = t.collection_id";

    /** Badges from elsewhere go for good with the account that has the address then, which may be another one. */
    private static final String ITS_ADDRESS = """
            exists (select 1 from badgr_verified_email e
                where e.recipient_key = t.recipient_key and e.account_id = t.owner)""";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "collection-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    COLLECTION,
                    AuditCheck.noAccount("t.owner"),
                    "The collection is of an account that is not there."),
            AuditCheck.of(
                    "entry-of-no-collection",
                    Invariant.NOTHING_HALF_DONE,
                    COLLECTION_ENTRY,
                    "not exists (%s)".formatted(ITS_COLLECTION),
                    "The badge is in a collection that is not there."),
            AuditCheck.of(
                    "entry-of-no-award",
                    Invariant.NOTHING_LOST,
                    COLLECTION_ENTRY,
                    """
                    not exists (select 1 from badgr_award a
                        where a.recipient_key = t.recipient_key and a.sequence = t.sequence)
                        and %s""".formatted(ITS_ADDRESS),
                    "The collection has an award that is not there."),
            AuditCheck.of(
                    "entry-later-than-its-collection",
                    Invariant.NOTHING_HALF_DONE,
                    COLLECTION_ENTRY,
                    "exists (%s and c.version < t.place)".formatted(ITS_COLLECTION),
                    "The badge came by a change that its collection doesn't know of."),
            AuditCheck.of(
                    "entry-in-a-taken-place",
                    Invariant.NOTHING_DOUBLED,
                    COLLECTION_ENTRY,
                    """
                    exists (select 1 from badgr_collection_entry o
                        where o.owner = t.owner and o.collection_id = t.collection_id and o.place = t.place
                            and (o.recipient_key < t.recipient_key
                                or (o.recipient_key = t.recipient_key and o.sequence < t.sequence)))""",
                    "Two badges are in one place of a collection."),
            AuditCheck.of(
                    "share-of-no-award",
                    Invariant.NOTHING_LOST,
                    SHARE,
                    """
                    t.sequence is not null and t.recipient_key is not null and not exists (select 1 from badgr_award a
                        where a.recipient_key = t.recipient_key and a.sequence = t.sequence)
                        and %s""".formatted(ITS_ADDRESS),
                    "The share link is to an award that is not there."),
            AuditCheck.of(
                    "share-of-nothing-or-both",
                    Invariant.NOTHING_HALF_DONE,
                    SHARE,
                    "(t.sequence is null) = (t.collection_id is null) or (t.sequence is null) <> (t.recipient_key is null)",
                    "The share link is not to either an award or a collection."),
            AuditCheck.of(
                    "share-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    SHARE,
                    AuditCheck.noAccount("t.owner"),
                    "The share link is of an account that is not there."));

    private CollectionChecks() {}
}
