package dev.badgr.jdbc;

import dev.badgr.port.RetentionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Forgets rows: some are locked, those that others hold passed over, and deleted by their keys. */
record JdbcRetention(Jdbc jdbc) implements RetentionStore {
    /** How a kind is found and deleted. */
    private record Rows(Sql due, Sql delete, Row.Mapper<Params> key) {
        static Rows of(String table, String keys, String due, Row.Mapper<Params> mapper) {
            return new Rows(
                    Sql.of("select %s from %s where %s limit :rows for update skip locked".formatted(keys, table, due)),
                    Sql.of("delete from %s where %s".formatted(table, condition(keys))),
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
                    "state <> 'PENDING' and due_at <= :ended_by order by due_at",
                    row -> Params.with("recipient_key", row.uuid("recipient_key"))),
            Kind.CHALLENGES,
            Rows.of("badgr_challenge", "id", "expires_at <= :ended_by order by expires_at", JdbcRetention::id),
            Kind.SEND_LOGS,
            Rows.of(
                    "badgr_send_log",
                    "bucket",
                    "last_sent_at <= :ended_by order by last_sent_at",
                    JdbcRetention::bucket),
            Kind.GUESS_COUNTS,
            Rows.of(
                    "badgr_guess_count",
                    "bucket",
                    "window_ends_at <= :ended_by order by window_ends_at",
                    JdbcRetention::bucket),
            Kind.SIGN_IN_COUNTS,
            Rows.of(
                    "badgr_sign_in_count",
                    "subject, client",
                    "client <> '*' and last_at <= :ended_by order by last_at",
                    row -> Params.with("subject", row.uuid("subject")).and("client", row.text("client"))),
            Kind.UNDELIVERED_NOTICES,
            Rows.of(
                    "badgr_notice",
                    "recipient_key, id",
                    "next_attempt_at is null and created_at <= :ended_by order by created_at",
                    row -> id(row).and("recipient_key", row.uuid("recipient_key"))),
            Kind.SHARE_LINKS,
            Rows.of(
                    "badgr_share_link",
                    "id",
                    "coalesce(revoked_at, expires_at) <= :ended_by order by coalesce(revoked_at, expires_at)",
                    row -> Params.with("id", row.text("id"))),
            Kind.AUDIT_RECORDS,
            Rows.of(
                    "badgr_audit",
                    "account_id, happened_at, id",
                    "happened_at <= :ended_by order by happened_at",
                    row -> id(row).and("account_id", row.uuid("account_id"))
                            .and("happened_at", row.time("happened_at"))),
            Kind.FORMER_CONSENTS,
            Rows.of(
                    "badgr_former_consent",
                    "receipt, seq",
                    "erased_at <= :ended_by order by erased_at",
                    row -> Params.with("receipt", row.uuid("receipt")).and("seq", row.number("seq"))));

    @Override
    public int prune(Kind kind, Instant endedBy, int max) {
        Rows rows = Objects.requireNonNull(KINDS.get(kind));
        Params params = Params.with("ended_by", endedBy).and("rows", max);
        return jdbc.atomically(session -> {
            List<Params> keys = session.list(rows.due(), params, rows.key());
            session.updateAll(rows.delete(), keys);
            return keys.size();
        });
    }

    private static Params id(Row row) throws SQLException {
        return Params.with("id", row.uuid("id"));
    }

    private static Params bucket(Row row) throws SQLException {
        return Params.with("bucket", row.text("bucket"));
    }
}
