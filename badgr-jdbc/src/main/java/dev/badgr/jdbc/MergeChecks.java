package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.MERGE;

import java.util.List;

/** Whether accounts that were merged into others are gone, and by a proof of their own. */
final class MergeChecks {
    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "merged-account-still-there",
                    Invariant.NOTHING_DOUBLED,
                    MERGE,
                    "exists (select 1 from badgr_account a where a.id = t.gone)",
                    "The account was merged into another, but is still there."),
            AuditCheck.of(
                    "merge-by-no-proof",
                    Invariant.A_CODE_WINS_ONCE,
                    MERGE,
                    """
                    exists (select 1 from badgr_challenge c
                        where c.id = t.proof and (c.state <> 'SPENT' or c.purpose <> 'MERGE'))""",
                    "The account was merged by a challenge that was not used up for that."));

    private MergeChecks() {}
}
