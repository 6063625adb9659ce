package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.ACCOUNT;
import static dev.badgr.jdbc.Audited.AUDIT;
import static dev.badgr.jdbc.Audited.CONSENT;
import static dev.badgr.jdbc.Audited.MARKETING;

import dev.badgr.port.Event;
import dev.badgr.terms.MarketingConsent.Way;
import dev.badgr.terms.TermsConsent.WayIn;
import java.util.List;

/** Whether everybody agreed to the Terms, and no entry of a ledger is gone or unreadable. */
final class ConsentChecks {
    private static final String GAP = """
            t.seq > 1 and not exists (select 1 from %s o where o.account_id = t.account_id and o.seq = t.seq - 1)""";

    /**
     * When a version was published is not stored; that somebody agreed to a later one a minute before (clocks differ) shows
     * that it was.
     */
    private static final String OUTDATED = """
            t.seq = 1 and exists (
                select 1
                from badgr_account a
                cross join (select version, min(effective_at) as effective_at from badgr_terms group by version) v
                join (select version, min(effective_at) as effective_at from badgr_terms group by version) w
                    on w.effective_at > v.effective_at
                        or (w.effective_at = v.effective_at and w.version > v.version)
                join (select version, min(agreed_at) as agreed_at from badgr_terms_consent group by version) u
                    on u.version = w.version
                where a.id = t.account_id and v.version = t.version and w.effective_at <= a.created_at
                    and u.agreed_at < a.created_at - interval '1' minute)""";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "account-without-consent",
                    Invariant.WHOLE_ACCOUNTS,
                    ACCOUNT,
                    "not exists (select 1 from badgr_terms_consent c where c.account_id = t.id)",
                    "The account agreed to no Terms."),
            AuditCheck.of(
                    "consent-to-unpublished-terms",
                    Invariant.WHOLE_ACCOUNTS,
                    CONSENT,
                    """
                    not exists (
                        select 1 from badgr_terms v where v.version = t.version and v.sha256 = t.sha256)""",
                    "The consent is to a text that was not published under that version."),
            AuditCheck.of(
                    "consent-before-effect",
                    Invariant.WHOLE_ACCOUNTS,
                    CONSENT,
                    """
                    not exists (
                        select 1 from badgr_terms v where v.version = t.version and v.effective_at <= t.agreed_at)
                    and exists (
                        select 1 from badgr_terms v where v.version = t.version and v.sha256 = t.sha256)""",
                    "The consent is to Terms that were not in effect yet."),
            AuditCheck.of(
                    "consent-to-outdated-terms",
                    Invariant.WHOLE_ACCOUNTS,
                    CONSENT,
                    OUTDATED,
                    "The account was made with consent to Terms that had been replaced by then."),
            AuditCheck.of(
                    "consent-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    CONSENT,
                    AuditCheck.noAccount("t.account_id"),
                    "The consent is of an account that is not there."),
            AuditCheck.of(
                    "consent-gap",
                    Invariant.NOTHING_LOST,
                    CONSENT,
                    GAP.formatted(CONSENT.table()),
                    "The account's consent before this one is gone."),
            AuditCheck.of(
                    "consent-by-no-way-in",
                    Invariant.NOTHING_HALF_DONE,
                    CONSENT,
                    AuditCheck.noneOf("t.way_in", WayIn.values()),
                    "The consent came by a way in that there is none of."),
            AuditCheck.of(
                    "email-updates-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    MARKETING,
                    AuditCheck.noAccount("t.account_id"),
                    "The choice about e-mail updates is of an account that is not there."),
            AuditCheck.of(
                    "email-updates-gap",
                    Invariant.NOTHING_LOST,
                    MARKETING,
                    GAP.formatted(MARKETING.table()),
                    "The account's choice about e-mail updates before this one is gone."),
            AuditCheck.of(
                    "email-updates-by-no-way",
                    Invariant.NOTHING_HALF_DONE,
                    MARKETING,
                    AuditCheck.noneOf("t.way", Way.values()),
                    "The choice about e-mail updates came by a way that there is none of."),
            AuditCheck.of(
                    "audit-record-unreadable",
                    Invariant.NOTHING_HALF_DONE,
                    AUDIT,
                    AuditCheck.noneOf("t.event", Event.values()),
                    "The record is of an event that there is none of."));

    private ConsentChecks() {}
}
