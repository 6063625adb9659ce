package dev.badgr.jdbc;

import dev.badgr.port.RetentionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Forgets rows: looks for some and deletes them by their keys, but for those that others hold. */
record JdbcRetention(Jdbc jdbc) implements RetentionStore {
    /** How a kind is found and deleted. */
    private record Rows(String due, Taking.Change delete, Row.Mapper<Params> key) {
        static Rows of(String table, String keys, String due, String order, Row.Mapper<Params> mapper) {
            return new Rows(
                    "select %s from %s where %s order by %s limit :rows".formatted(keys, table, due, order),
                    new Taking.Change(table, "delete from " + table, condition(keys) + " and " + due),
                    mapper);
        }

        private static String condition(String keys) {
            return keys.replaceAll("(\\w+)", "$1 = :$1").replace(", ", " and ");
        }
    }

    private static final Map<Kind, Rows> KINDS = Map.of(
            Kind.DECIDED_MOVES,
            Rows.of(
                    "badgr_address_move",
                    "recipient_key",
                    "state <> 'PENDING' and due_at <= :ended_by",
                    "due_at",
                    row -> Params.with("recipient_key", row.uuid("recipient_key"))),
            Kind.CHALLENGES,
            Rows.of("badgr_challenge", "id", "expires_at <= :ended_by", "expires_at", JdbcRetention::id),
            Kind.SEND_LOGS,
            Rows.of("badgr_send_log", "bucket", "last_sent_at <= :ended_by", "last_sent_at", JdbcRetention::bucket),
            Kind.GUESS_COUNTS,
            Rows.of(
                    "badgr_guess_count",
                    "bucket",
                    "window_ends_at <= :ended_by",
                    "window_ends_at",
                    JdbcRetention::bucket),
            Kind.SIGN_IN_COUNTS,
            Rows.of(
                    "badgr_sign_in_count",
                    "subject, client",
                    "client <> '*' and last_at <= :ended_by",
                    "last_at",
                    row -> Params.with("subject", row.uuid("subject")).and("client", row.text("client"))),
            Kind.UNDELIVERED_NOTICES,
            Rows.of(
                    "badgr_notice",
                    "recipient_key, id",
                    "next_attempt_at is null and created_at <= :ended_by",
                    "created_at",
                    row -> id(row).and("recipient_key", row.uuid("recipient_key"))),
            Kind.SHARE_LINKS,
            Rows.of(
                    "badgr_share_link",
                    "id",
                    "coalesce(revoked_at, expires_at) <= :ended_by",
                    "coalesce(revoked_at, expires_at)",
                    row -> Params.with("id", row.text("id"))),
            Kind.AUDIT_RECORDS,
            Rows.of(
                    "badgr_audit",
                    "account_id, happened_at, id",
                    "happened_at <= :ended_by",
                    "happened_at",
                    row -> id(row).and("account_id", row.uuid("account_id"))
                            .and("happened_at", row.time("happened_at"))),
            Kind.FORMER_CONSENTS,
            Rows.of(
                    "badgr_former_consent",
                    "receipt, seq",
                    "erased_at <= :ended_by",
                    "erased_at",
                    row -> Params.with("receipt", row.uuid("receipt")).and("seq", row.number("seq"))));

    @Override
    public int prune(Kind kind, Instant endedBy, int max) {
        Rows rows = Objects.requireNonNull(KINDS.get(kind));
        Taking.Look<Params> look = new Taking.Look<>(rows.due(), Params.with("ended_by", endedBy), rows.key());
        return jdbc.atomically(session -> session.dialect()
                .taking()
                .take(session, look, max, rows.delete(), key -> key.and("ended_by", endedBy))
                .size());
    }

    private static Params id(Row row) throws SQLException {
        return Params.with("id", row.uuid("id"));
    }

    private static Params bucket(Row row) throws SQLException {
        return Params.with("bucket", row.text("bucket"));
    }
}
