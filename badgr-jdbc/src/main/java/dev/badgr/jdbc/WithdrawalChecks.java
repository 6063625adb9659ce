package dev.badgr.jdbc;

import java.util.List;

/** Whether what issuers say about their awards is so. */
final class WithdrawalChecks {
    private static final String WITHDRAWN = """
            exists (select 1 from badgr_withdrawal w
                where w.issuer = t.issuer and w.recipient_key = t.recipient_key and w.sequence = t.sequence)""";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "award-withdrawn-in-silence",
                    Invariant.NOTHING_HALF_DONE,
                    Audited.AWARD,
                    "(t.revoked_at is not null or t.readdressed_sequence is not null) and not t.%s and not %s"
                            .formatted(AwardRows.FROM_ELSEWHERE, WITHDRAWN),
                    "The award counts no more, but who holds a credential of it is not told."),
            AuditCheck.of(
                    "award-withdrawn-by-mistake",
                    Invariant.NOTHING_HALF_DONE,
                    Audited.AWARD,
                    "t.revoked_at is null and t.readdressed_sequence is null and %s".formatted(WITHDRAWN),
                    "The award counts, but who holds a credential of it is told that it does not."));

    private WithdrawalChecks() {}
}
