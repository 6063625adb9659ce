package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.COLLECTION;
import static dev.badgr.jdbc.Audited.COLLECTION_ENTRY;
import static dev.badgr.jdbc.Audited.SHARE;

import java.util.List;

/** Whether collections and share links are somebody's, and of something. A collection may be gone before its link. */
final class SharingChecks {
    private static final String NO_OWNER = "not exists (select 1 from badgr_account a where a.id = t.owner)";
    private static final String NO_AWARD = """
            not exists (select 1 from badgr_award a
                where a.recipient_key = t.recipient_key and a.sequence = t.sequence)""";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "share-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    SHARE,
                    NO_OWNER,
                    "The share link is of an account that is not there."),
            AuditCheck.of(
                    "share-of-no-award",
                    Invariant.NOTHING_LOST,
                    SHARE,
                    "t.recipient_key is not null and t.sequence is not null and " + NO_AWARD,
                    "The share link is to an award that is not there."),
            AuditCheck.of(
                    "share-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    SHARE,
                    """
                    (t.recipient_key is null) <> (t.sequence is null)
                        or (t.collection_id is null) = (t.sequence is null)""",
                    "The share link is not to either a badge or a collection."),
            AuditCheck.of(
                    "collection-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    COLLECTION,
                    NO_OWNER,
                    "The collection is of an account that is not there."),
            AuditCheck.of(
                    "collected-in-no-collection",
                    Invariant.NOTHING_HALF_DONE,
                    COLLECTION_ENTRY,
                    """
                    not exists (select 1 from badgr_collection c
                        where c.owner = t.owner and c.id = t.collection_id)""",
                    "The badge is in a collection that is not there."),
            AuditCheck.of(
                    "collected-but-not-awarded",
                    Invariant.NOTHING_LOST,
                    COLLECTION_ENTRY,
                    NO_AWARD,
                    "The collection holds an award that is not there."));

    private SharingChecks() {}
}
