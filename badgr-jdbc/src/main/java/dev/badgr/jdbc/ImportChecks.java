package dev.badgr.jdbc;

import dev.badgr.openbadges.CredentialForm;
import dev.badgr.openbadges.Verdict;
import java.util.List;

/** Whether badges from elsewhere and their awards belong together. */
final class ImportChecks {
    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "import-of-no-award",
                    Invariant.NOTHING_HALF_DONE,
                    Audited.IMPORT,
                    """
                    not exists (select 1 from badgr_award a
                        where a.recipient_key = t.recipient_key and a.sequence = t.sequence
                            and a.readdressed_sequence is null and a.%s)""".formatted(AwardRows.FROM_ELSEWHERE),
                    "The badge from elsewhere is not in the Backpack as any award."),
            AuditCheck.of(
                    "award-of-no-import",
                    Invariant.NOTHING_LOST,
                    Audited.AWARD,
                    """
                    t.%s and t.readdressed_sequence is null and t.revoked_at is null
                        and not exists (select 1 from badgr_import i
                            where i.recipient_key = t.recipient_key and i.sequence = t.sequence)""".formatted(AwardRows.FROM_ELSEWHERE),
                    "The award came from elsewhere, but what was received is not there."),
            AuditCheck.of(
                    "import-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    Audited.IMPORT,
                    """
                    %s or %s or (t.picture is null) <> (t.picture_type is null) or t.revision < 0""".formatted(
                                    AuditCheck.noneOf("t.form", CredentialForm.values()),
                                    AuditCheck.noneOf("t.verdict", Verdict.values())),
                    "The badge from elsewhere is in no form or of no verdict that there is, or has half a picture."));

    private ImportChecks() {}
}
