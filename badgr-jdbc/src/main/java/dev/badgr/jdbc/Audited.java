package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table that is audited, and the key that names its rows. */
enum Audited {
    ACCOUNT("badgr_account", "id"),
    EMAIL("badgr_verified_email", "recipient_key"),
    IDENTITY("badgr_linked_identity", "identity_key"),
    MERGE("badgr_merge", "gone"),
    MOVE("badgr_address_move", "recipient_key"),
    CONSENT("badgr_terms_consent", "account_id seq"),
    MARKETING("badgr_marketing_consent", "account_id seq"),
    AUDIT("badgr_audit", "account_id happened_at id"),
    /** Named by its mailbox alone: the rest of its key is an address. */
    SPELLING("badgr_spelling", "recipient_key"),
    MUTE("badgr_muted_mailbox", "recipient_key"),
    CHALLENGE("badgr_challenge", "id"),
    GUESS_COUNT("badgr_guess_count", "bucket"),
    SIGN_IN_COUNT("badgr_sign_in_count", "subject client"),
    BADGE("badgr_badge", "issuer slug"),
    AWARD("badgr_award", "recipient_key sequence"),
    IMPORT("badgr_import", "recipient_key credential_key"),
    COLLECTION("badgr_collection", "owner id"),
    COLLECTION_ENTRY("badgr_collection_entry", "owner collection_id recipient_key sequence"),
    SHARE("badgr_share_link", "id"),
    NOTICE("badgr_notice", "recipient_key id"),
    UNANNOUNCED("badgr_unannounced", "id");

    private final String table;
    private final String key;

    Audited(String table, String key) {
        this.table = table;
        this.key = key;
    }

    String table() {
        return table;
    }

    /** The rows {@code t} for which a condition holds, with more columns beside the key. */
    Sql rows(Stream<String> more, String condition) {
        String columns = Stream.concat(key().map(column -> "t." + column), more).collect(Collectors.joining(", "));
        return Sql.of("select %s from %s t where %s".formatted(columns, table, condition));
    }

    String id(Row row) throws SQLException {
        StringJoiner id = new StringJoiner("/");
        for (String column : key().toList()) {
            id.add(row.key(column));
        }
        return id.toString();
    }

    private Stream<String> key() {
        return Pattern.compile(" ").splitAsStream(key);
    }
}
