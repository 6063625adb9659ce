package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For each check of the auditor the one thing that it finds, done to the rows of a {@link BusyLife}. */
final class Breakage {
    private static final Map<String, List<String>> ALL = Map.ofEntries(
            by("unannounced-unreadable", "update badgr_unannounced set taken = 1"),
            by("account-without-address", "delete from badgr_verified_email where account_id = :leo"),
            by("account-primary-not-its-own", "update badgr_account set primary_recipient = :key where id = :mia"),
            by("account-without-way-in", "update badgr_account set password_hash = null where id = :mia"),
            by("account-miscounted-addresses", "update badgr_account set email_count = 7 where id = :mia"),
            by("address-of-no-account", email(":nobody", "'x@school.edu'")),
            by(
                    "address-verified-after-its-account",
                    "update badgr_verified_email set verified_at = :later where account_id = :leo"),
            by(
                    "address-ahead-of-its-account",
                    "update badgr_verified_email set since_epoch = 99 where account_id = :leo"),
            by(
                    "address-verified-twice",
                    email(":mia", ":leos_address"),
                    "update badgr_account set email_count = email_count + 1 where id = :mia"),
            by(
                    "identity-of-no-account",
                    "update badgr_linked_identity set account_id = :nobody where account_id = :zoe"),
            by(
                    "identity-ahead-of-its-account",
                    "update badgr_linked_identity set since_epoch = 99 where account_id = :zoe"),
            by(
                    "identity-under-a-wrong-key",
                    "update badgr_linked_identity set identity_key = 'x' where account_id = :zoe"),
            by("merged-account-still-there", merge(":leo", ":key")),
            by("merge-by-no-proof", merge(":nobody", ":open")),
            by("move-in-no-state", "update badgr_address_move set state = 'LOST' where to_account = :mia"),
            by("move-half-decided", "update badgr_address_move set lapse = 'GONE' where to_account = :mia"),
            by(
                    "pending-move-of-no-account",
                    "update badgr_address_move set from_account = :nobody where to_account = :mia"),
            by("account-without-consent", "delete from badgr_terms_consent where account_id = :mia"),
            by("consent-to-unpublished-terms", consent("sha256 = '0'", ":mia", 1)),
            by("consent-before-effect", consent("agreed_at = :before_all", ":mia", 1)),
            by(
                    "consent-to-outdated-terms",
                    consent("version = '1', sha256 = (select sha256 from badgr_terms where version = '1')", ":leo", 1)),
            by("consent-of-no-account", """
                    insert into badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in)
                    select :nobody, 1, version, sha256, agreed_at, locale, way_in
                    from badgr_terms_consent where account_id = :leo"""),
            by("consent-gap", "delete from badgr_terms_consent where account_id = :mia and seq = 1"),
            by("consent-by-no-way-in", consent("way_in = 'NONE'", ":mia", 2)),
            by(
                    "email-updates-of-no-account",
                    "insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way) values (:nobody, 1, true, :later, 'LINK')"),
            by("email-updates-gap", "delete from badgr_marketing_consent where account_id = :mia and seq = 1"),
            by(
                    "email-updates-by-no-way",
                    "update badgr_marketing_consent set way = 'NONE' where account_id = :mia and seq = 1"),
            by(
                    "spelling-of-nobody",
                    "insert into badgr_spelling (recipient_key, spelling) values (:key, 'X@school.edu')"),
            by("spelling-under-a-wrong-key", "update badgr_spelling set spelling = 'other@school.edu'"),
            by("mute-under-a-wrong-key", "update badgr_muted_mailbox set address = 'other@school.edu'"),
            by("challenge-attempts", "update badgr_challenge set attempts = 6 where id = :open"),
            by("challenge-won-too-late", "update badgr_challenge set attempts = 6 where id = :spent"),
            by("challenge-won-without-a-guess", "update badgr_challenge set attempts = 0 where id = :spent"),
            by("challenge-for-nobody", "update badgr_challenge set account_id = null where id = :adding"),
            by("challenge-of-no-account", "update badgr_challenge set account_id = :nobody where id = :adding"),
            by("challenge-unreadable", "update badgr_challenge set expires_at = created_at where id = :open"),
            by("guesses-miscounted", "update badgr_guess_count set wrong = 0 where bucket = 'system'"),
            by(
                    "sign-ins-miscounted",
                    "update badgr_sign_in_count set failures = -1 where subject = :zoe and client = '*'"),
            by("badge-of-no-issuer", "delete from badgr_issuer where id = :issuer"),
            by("award-of-no-badge", award("badge = 'none'", "shown")),
            by("award-under-a-wrong-id", award("external_key = 'other'", "shown")),
            by("award-of-another-mailbox", award("address = 'other@school.edu'", "shown")),
            by(
                    "award-readdressed-to-nothing",
                    "delete from badgr_award where recipient_key = :right and sequence = :right_seq"),
            by(
                    "award-readdressed-in-a-circle",
                    award("readdressed_recipient = :wrong, readdressed_sequence = :wrong_seq", "right"),
                    withdrawal("right")),
            by("award-withdrawn-in-silence", "delete from badgr_withdrawal where sequence = :wrong_seq"),
            by("award-withdrawn-by-mistake", withdrawal("shown")),
            by("award-half-readdressed", award("readdressed_recipient = :key", "shown")),
            by("award-half-revoked", award("revocation_reason = null", "revoked")),
            by("award-revoked-and-readdressed", award("revoked_at = :later, revocation_reason = 'x'", "wrong")),
            by("award-in-no-state", award("state = 'LOST'", "shown")),
            by(
                    "import-of-no-award",
                    "delete from badgr_award where recipient_key = :brought and sequence = :brought_seq"),
            by("award-of-no-import", "delete from badgr_import where sequence = :brought_seq"),
            by("import-unreadable", "update badgr_import set verdict = 'NONE' where sequence = :brought_seq"),
            by(
                    "collection-of-no-account",
                    "insert into badgr_collection select :nobody, id, name, description, version, created_at from badgr_collection where owner = :mia"),
            by(
                    "entry-of-no-collection",
                    "update badgr_collection_entry set collection_id = :key where owner = :mia and place = 1"),
            by(
                    "entry-of-no-award",
                    "update badgr_collection_entry set sequence = :key where owner = :mia and place = 1"),
            by(
                    "entry-later-than-its-collection",
                    "update badgr_collection_entry set place = 1000 where owner = :mia and place = 1"),
            by(
                    "entry-in-a-taken-place",
                    "update badgr_collection_entry set place = 0 where owner = :mia and place = 1"),
            by(
                    "share-of-no-award",
                    "update badgr_share_link set sequence = :key where owner = :mia and sequence is not null"),
            by(
                    "share-of-nothing-or-both",
                    "update badgr_share_link set collection_id = null where owner = :mia and sequence is null"),
            by(
                    "share-of-no-account",
                    "update badgr_share_link set owner = :nobody where owner = :mia and sequence is not null"),
            by("award-half-reissued", award("reissue_of_recipient = :key", "shown")),
            by(
                    "award-reissued-as-nothing",
                    "delete from badgr_award where recipient_key = :newer and sequence = :newer_seq"),
            by(
                    "award-reissued-twice",
                    award("reissue_of_recipient = :earlier, reissue_of_sequence = :earlier_seq", "shown")),
            by(
                    "notice-of-no-award",
                    "update badgr_notice set award_sequence = :key where award_sequence = :waiting_seq"),
            by("audit-record-unreadable", """
                    insert into badgr_audit (account_id, happened_at, id, event, detail)
                    values (:mia, :later, :key, 'NONE', '')"""),
            by("notice-unreadable", "update badgr_notice set kind = 'NONE' where award_sequence = :waiting_seq"),
            by(
                    "address-under-a-wrong-key",
                    "update badgr_verified_email set address = 'other@school.edu' where account_id = :leo"),
            by(
                    "move-under-a-wrong-key",
                    "update badgr_address_move set address = 'other@school.edu' where to_account = :mia"),
            by("award-under-a-wrong-key", award("address = 'other@school.edu'", "waiting")),
            by(
                    "challenge-under-a-wrong-key",
                    "update badgr_challenge set address = 'other@school.edu' where id = :open"),
            by(
                    "notice-under-a-wrong-key",
                    "update badgr_notice set address = 'other@school.edu' where award_sequence = :waiting_seq"));

    private Breakage() {}

    /** The names of the checks that something is broken for. */
    static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** Breaks what a check is to find. */
    static void of(String check, Session session, BusyLife life) throws SQLException {
        for (String statement : ALL.getOrDefault(check, List.of())) {
            if (session.update(Sql.of(statement), params(life)) == 0) {
                throw new AssertionError("broke nothing: " + statement);
            }
        }
    }

    private static Params params(BusyLife life) {
        Params params = Params.with("mia", life.mia.id())
                .and("zoe", life.zoe.id())
                .and("leo", life.leo.id())
                .and("leos_address", life.leo.email())
                .and("nobody", Some.accountId())
                // The greatest there is: of two rows the one that is found.
                .and("key", new UUID(-1, -1))
                .and("open", life.open)
                .and("spent", life.spent)
                .and("adding", life.adding)
                .and("later", Times.NOW.plus(Duration.ofDays(9)))
                .and("before_all", Times.NOW.minus(Duration.ofDays(36_500)))
                .and(
                        "issuer",
                        life.badgr
                                .awards()
                                .find(life.right)
                                .orElseThrow()
                                .badge()
                                .issuer()
                                .value());
        award(params, "shown", life.shown);
        award(params, "revoked", life.revoked);
        award(params, "wrong", life.wrong);
        award(params, "right", life.right);
        award(params, "earlier", life.earlier);
        award(params, "newer", life.newer);
        award(params, "waiting", life.waiting);
        award(params, "brought", life.brought);
        return params;
    }

    private static void award(Params params, String name, AwardId id) {
        params.and(name, id.recipient()).and(name + "_seq", id.sequence());
    }

    private static Map.Entry<String, List<String>> by(String check, String... statements) {
        return Map.entry(check, List.of(statements));
    }

    private static String email(String account, String address) {
        return """
                insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
                values (:key, %s, %s, :later, 0)""".formatted(account, address);
    }

    private static String merge(String gone, String proof) {
        return """
                insert into badgr_merge (gone, survivor, proof, epoch_before, epoch_after, merged_at)
                values (%s, :mia, %s, 1, 2, :later)""".formatted(gone, proof);
    }

    private static String consent(String change, String account, int seq) {
        return "update badgr_terms_consent set %s where account_id = %s and seq = %d".formatted(change, account, seq);
    }

    private static String withdrawal(String award) {
        return """
                insert into badgr_withdrawal (issuer, sequence, recipient_key, reason)
                select issuer, sequence, recipient_key, 'x' from badgr_award
                where recipient_key = :%s and sequence = :%s_seq""".formatted(award, award);
    }

    private static String award(String change, String which) {
        return "update badgr_award set %s where recipient_key = :%s and sequence = :%s_seq"
                .formatted(change, which, which);
    }
}
