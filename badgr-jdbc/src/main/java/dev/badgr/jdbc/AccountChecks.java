package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.ACCOUNT;
import static dev.badgr.jdbc.Audited.EMAIL;
import static dev.badgr.jdbc.Audited.IDENTITY;
import static dev.badgr.jdbc.Audited.SPELLING;

import dev.badgr.account.ExternalIdentity;
import java.util.List;

/** Whether accounts are whole, and addresses and identities somebody's. */
final class AccountChecks {
    private static final String ITS_EMAILS = "select 1 from badgr_verified_email e where e.account_id = t.id";
    private static final String AHEAD =
            "exists (select 1 from badgr_account a where a.id = t.account_id and a.epoch < t.since_epoch)";

    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "account-without-address",
                    Invariant.WHOLE_ACCOUNTS,
                    ACCOUNT,
                    "not exists (%s)".formatted(ITS_EMAILS),
                    "The account has no verified address."),
            AuditCheck.of(
                    "account-primary-not-its-own",
                    Invariant.WHOLE_ACCOUNTS,
                    ACCOUNT,
                    "exists (%s) and not exists (%s and e.recipient_key = t.primary_recipient)"
                            .formatted(ITS_EMAILS, ITS_EMAILS),
                    "The account's primary address is none of its verified addresses."),
            AuditCheck.of(
                    "account-without-way-in",
                    Invariant.WHOLE_ACCOUNTS,
                    ACCOUNT,
                    """
                    t.password_hash is null
                        and not exists (select 1 from badgr_linked_identity i where i.account_id = t.id)""",
                    "The account has neither a password nor a linked identity."),
            AuditCheck.of(
                    "account-miscounted-addresses",
                    Invariant.NOTHING_HALF_DONE,
                    ACCOUNT,
                    """
                    (select count(*) from badgr_verified_email e where e.account_id = t.id) not in (0, t.email_count)""",
                    "The account's count of addresses is not that of its rows."),
            AuditCheck.of(
                    "address-of-no-account",
                    Invariant.NOTHING_BEFORE_PROOF,
                    EMAIL,
                    AuditCheck.noAccount("t.account_id"),
                    "The address is verified on an account that is not there."),
            AuditCheck.of(
                    "address-verified-after-its-account",
                    Invariant.NOTHING_BEFORE_PROOF,
                    EMAIL,
                    """
                    t.since_epoch = 1 and exists (
                        select 1 from badgr_account a where a.id = t.account_id and a.created_at < t.verified_at)""",
                    "The account is older than the proof of its first address."),
            AuditCheck.of(
                    "address-ahead-of-its-account",
                    Invariant.NOTHING_HALF_DONE,
                    EMAIL,
                    AHEAD,
                    "The address was added without raising the account's epoch."),
            AuditCheck.of(
                    "address-verified-twice",
                    Invariant.ONE_ACCOUNT_FOR_AN_ADDRESS,
                    EMAIL,
                    """
                    exists (select 1 from badgr_verified_email o
                        where o.address = t.address and o.recipient_key < t.recipient_key)""",
                    "The same address is verified under another key too."),
            AuditCheck.of(
                    "spelling-of-nobody",
                    Invariant.NOTHING_BEFORE_PROOF,
                    SPELLING,
                    "not exists (select 1 from badgr_verified_email e where e.recipient_key = t.recipient_key)",
                    "The spelling is of an address that nobody has verified."),
            AuditCheck.of(
                    "identity-of-no-account",
                    Invariant.NOTHING_BEFORE_PROOF,
                    IDENTITY,
                    AuditCheck.noAccount("t.account_id"),
                    "The identity is linked to an account that is not there."),
            AuditCheck.of(
                    "identity-ahead-of-its-account",
                    Invariant.NOTHING_HALF_DONE,
                    IDENTITY,
                    AHEAD,
                    "The identity was linked without raising the account's epoch."),
            AuditCheck.testing(
                    "identity-under-a-wrong-key",
                    Invariant.NOTHING_DOUBLED,
                    IDENTITY,
                    new AuditCheck.Rows(List.of("t.issuer", "t.subject"), "true"),
                    row -> !IdentityKey.of(new ExternalIdentity(row.text("issuer"), row.text("subject")))
                            .equals(row.text("identity_key")),
                    "The identity is under a key that is not its own, so it can be linked once more."));

    private AccountChecks() {}
}
