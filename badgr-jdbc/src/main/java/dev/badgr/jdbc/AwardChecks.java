package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.AWARD;
import static dev.badgr.jdbc.Audited.BADGE;
import static dev.badgr.jdbc.Audited.NOTICE;
import static dev.badgr.jdbc.Audited.UNANNOUNCED;

import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.IssuerId;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;

/** Whether awards, and what names them, are what they were awarded as. */
final class AwardChecks {
    private static final String ITS_PLACE = """
            select 1 from badgr_award o
            where o.recipient_key = t.readdressed_recipient and o.sequence = t.readdressed_sequence""";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "badge-of-no-issuer",
                    Invariant.NOTHING_HALF_DONE,
                    BADGE,
                    "not exists (select 1 from badgr_issuer i where i.id = t.issuer)",
                    "The badge is of an issuer that is not there."),
            AuditCheck.of(
                    "award-of-no-badge",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    "not exists (select 1 from badgr_badge b where b.issuer = t.issuer and b.slug = t.badge)",
                    "The award is of a badge that is not defined."),
            AuditCheck.testing(
                    "award-under-a-wrong-id",
                    Invariant.NOTHING_DOUBLED,
                    AWARD,
                    new AuditCheck.Rows(
                            List.of("t.issuer", "t.external_key", "t.issued_on"), "t.external_key is not null"),
                    AwardChecks::hasAnotherId,
                    "The award is not under the id of the host's key for it, so it can be awarded once more."),
            AuditCheck.testing(
                    "award-of-another-mailbox",
                    Invariant.ONLY_VERIFIED_BADGES,
                    AWARD,
                    new AuditCheck.Rows(List.of("t.address", """
                                    (select e.address from badgr_verified_email e
                                        where e.recipient_key = t.recipient_key) as verified"""), """
                            exists (select 1 from badgr_verified_email e
                                where e.recipient_key = t.recipient_key and e.address <> t.address)"""),
                    row -> !row.address("address")
                            .key()
                            .equals(row.address("verified").key()),
                    "The award is in the Backpack of somebody who has proven another address than it was awarded to."),
            AuditCheck.of(
                    "award-readdressed-to-nothing",
                    Invariant.NOTHING_LOST,
                    AWARD,
                    "t.readdressed_sequence is not null and t.readdressed_recipient is not null and not exists (%s)"
                            .formatted(ITS_PLACE),
                    "The award that took this one's place is not there."),
            AuditCheck.of(
                    "award-readdressed-in-a-circle",
                    Invariant.NOTHING_LOST,
                    AWARD,
                    """
                    exists (%s and o.readdressed_recipient = t.recipient_key and o.readdressed_sequence = t.sequence)
                        and t.recipient_key < t.readdressed_recipient""".formatted(ITS_PLACE),
                    "Two awards stand in each other's place, so neither is anywhere."),
            AuditCheck.of(
                    "award-half-readdressed",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    "(t.readdressed_recipient is null) <> (t.readdressed_sequence is null)",
                    "The award is readdressed by half."),
            AuditCheck.of(
                    "award-half-revoked",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    "(t.revoked_at is null) <> (t.revocation_reason is null)",
                    "The award is revoked without a time or a reason."),
            AuditCheck.of(
                    "award-revoked-and-readdressed",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    "t.revoked_at is not null and t.readdressed_sequence is not null",
                    "The award is both revoked and readdressed."),
            AuditCheck.of(
                    "award-in-no-state",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    "%s or (t.state = 'REFUSED') <> (t.refusal is not null)"
                            .formatted(AuditCheck.noneOf("t.state", AwardState.values())),
                    "The award is in no state that there is, or its refusal doesn't fit its state."),
            AuditCheck.of(
                    "award-half-reissued",
                    Invariant.NOTHING_HALF_DONE,
                    AWARD,
                    """
                    (t.reissue_of_recipient is null) <> (t.reissue_of_sequence is null)
                        or (t.reissued_recipient is null) <> (t.reissued_sequence is null)""",
                    "The award names another one by half."),
            AuditCheck.of(
                    "award-reissued-as-nothing",
                    Invariant.NOTHING_LOST,
                    AWARD,
                    """
                    t.reissued_recipient is not null and t.reissued_sequence is not null
                        and not exists (select 1 from badgr_award o
                            where o.recipient_key = t.reissued_recipient and o.sequence = t.reissued_sequence)""",
                    "The award that this one was issued again as is not there."),
            // Readdressing keeps the sequence, so it is the sequence that old and new have in common.
            AuditCheck.of(
                    "award-reissued-twice",
                    Invariant.NOTHING_DOUBLED,
                    AWARD,
                    """
                    t.reissue_of_recipient is not null and t.reissue_of_sequence is not null
                        and not exists (select 1 from badgr_award o
                            where o.recipient_key = t.reissue_of_recipient and o.sequence = t.reissue_of_sequence
                                and o.reissued_sequence = t.sequence)""",
                    "The award that this one was issued again for was issued again as another."),
            AuditCheck.of(
                    "notice-of-no-award",
                    Invariant.NOTHING_LOST,
                    NOTICE,
                    """
                    t.award_sequence is not null and not exists (select 1 from badgr_award a
                        where a.recipient_key = t.award_recipient and a.sequence = t.award_sequence)""",
                    "The notice tells of an award that is not there."),
            AuditCheck.of(
                    "unannounced-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    UNANNOUNCED,
                    """
                    mod(octet_length(t.awards), 32) <> 0 or t.taken < 0 or t.taken * 32 >= octet_length(t.awards)""",
                    "The row of awards to announce ends in the middle of one, or has none left."),
            AuditCheck.of(
                    "notice-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    NOTICE,
                    """
                    %s or (t.kind in ('AWARDED', 'EXPIRING') and t.award_sequence is null)
                        or (t.award_recipient is null) <> (t.award_sequence is null)
                        or t.award_recipient <> t.recipient_key""".formatted(AuditCheck.noneOf("t.kind", Notice.Kind.values())),
                    "The notice is of no kind that there is, tells of nothing, or goes to another mailbox than its award."));

    private AwardChecks() {}

    private static boolean hasAnotherId(Row row) throws SQLException {
        RecipientKey recipient = row.recipient("recipient_key");
        AwardId id = AwardId.ofExternalKey(
                recipient, new IssuerId(row.text("issuer")), row.text("external_key"), row.time("issued_on"));
        return !id.sequence().equals(row.uuid("sequence"));
    }
}
