package dev.badgr.jdbc;

import dev.badgr.account.PasswordHash;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Counts an attempt to sign in, in a transaction that holds the rows of the pair and of the subject, in that order. */
class Reserving {
    private static final Sql CREDENTIALS = Sql.of("""
            select a.id as account_id, a.password_hash
            from badgr_verified_email e join badgr_account a on a.id = e.account_id
            where e.recipient_key = :recipient
            """);
    private static final Sql LOCK = Sql.of("""
            select failures, started_at, last_at from badgr_sign_in_count
            where subject = :subject and client = :client for update
            """);
    private static final Sql BEGIN = Sql.of("""
            insert into badgr_sign_in_count (subject, client, failures, started_at, last_at)
            values (:subject, :client, 0, :now, :now)
            """);
    private static final Sql COUNT = Sql.of("""
            update badgr_sign_in_count set failures = :failures, started_at = :started_at, last_at = :last_at
            where subject = :subject and client = :client
            """);
    private static final Sql FORGET_PAIR =
            Sql.of("delete from badgr_sign_in_count where subject = :account and client = :client");
    private static final Sql FORGET_ROW =
            Sql.of("delete from badgr_sign_in_count where subject = :account and client = '*'");
    private static final Sql KEEP = Sql.of(AuditRows.INSERT_FROM
            + "badgr_account where id = :account and password_hash = :checked and disabled_at is null");
    private static final Sql RENEW =
            Sql.of("update badgr_account set password_hash = :newer where id = :account and password_hash = :checked");

    Attempt reserve(Jdbc jdbc, Reservation attempt) {
        return jdbc.atomically(session -> {
            Optional<Credentials> credentials =
                    session.one(CREDENTIALS, Params.with("recipient", attempt.recipient()), Reserving::credentials);
            UUID subject = credentials
                    .map(known -> known.account().value())
                    .orElse(attempt.recipient().value());
            return reserve(session, attempt, subject, credentials);
        });
    }

    /** Forgets the failures of the pair and those in a row, keeps the record, and renews the hash. */
    void succeed(Jdbc jdbc, Params params) {
        jdbc.atomically(session -> {
            session.update(FORGET_PAIR, params);
            session.update(FORGET_ROW, params);
            session.update(KEEP, params);
            return session.update(RENEW, params);
        });
    }

    static Credentials credentials(Row row) throws SQLException {
        return new Credentials(
                row.account("account_id"), row.optionalText("password_hash").map(PasswordHash::new));
    }

    private static Attempt reserve(
            Session session, Reservation attempt, UUID subject, Optional<Credentials> credentials) throws SQLException {
        Params pair =
                Params.with("subject", subject).and("client", attempt.client()).and("now", attempt.now());
        Params all = Params.with("subject", subject)
                .and("client", Reservation.ALL_CLIENTS)
                .and("now", attempt.now());
        FailureCount ofPair = locked(session, pair);
        FailureCount inARow = locked(session, all);
        boolean disabled = inARow.failures() >= attempt.rules().failuresInARow();
        Optional<Instant> blocked = disabled ? Optional.empty() : ofPair.blockedUntil(attempt);
        if (disabled || blocked.isPresent()) {
            return new Attempt(credentials, blocked, disabled);
        }
        count(session, pair, ofPair.plus(attempt));
        count(session, all, new FailureCount(inARow.failures() + 1, inARow.startedAt(), attempt.now()));
        return new Attempt(credentials, Optional.empty(), false);
    }

    private static FailureCount locked(Session session, Params row) throws SQLException {
        Optional<FailureCount> count = session.one(LOCK, row, FailureCount::read);
        if (count.isPresent()) {
            return count.get();
        }
        session.insertIfAbsent(BEGIN, row);
        return session.one(LOCK, row, FailureCount::read).orElseThrow(LostRace::new);
    }

    private static void count(Session session, Params row, FailureCount count) throws SQLException {
        session.update(
                COUNT,
                row.and("failures", count.failures())
                        .and("started_at", count.startedAt())
                        .and("last_at", count.lastAt()));
    }
}
