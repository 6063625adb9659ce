package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Counts an attempt to sign in, in a transaction that holds the rows of the pair and of the subject, in that order. */
class Reserving {
    /** The address stays on its account, and so the account where it is, while a failure is counted for it. */
    private static final Sql ADDRESS =
            Sql.of("select account_id from badgr_verified_email where recipient_key = :recipient for update");

    private static final Sql CREDENTIALS =
            Sql.of("select id as account_id, password_hash from badgr_account where id = :account");
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
    /** Before the counts, as where an account is erased. */
    private static final Sql ACCOUNT = Sql.of("select id from badgr_account where id = :account for update");

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
            Optional<Credentials> credentials = credentials(session, attempt);
            UUID subject = credentials
                    .map(known -> known.account().value())
                    .orElse(attempt.recipient().value());
            return reserve(session, attempt, subject, credentials);
        });
    }

    /** Forgets the failures of the pair and those in a row, keeps the record, and renews the hash. */
    void succeed(Jdbc jdbc, Params params) {
        jdbc.atomically(session -> {
            session.exists(ACCOUNT, params);
            session.update(FORGET_PAIR, params);
            session.update(FORGET_ROW, params);
            session.update(KEEP, params);
            return session.update(RENEW, params);
        });
    }

    private static Optional<Credentials> credentials(Session session, Reservation attempt) throws SQLException {
        Params address = Params.with("recipient", attempt.recipient());
        Optional<UUID> owner = session.one(ADDRESS, address, row -> row.uuid("account_id"));
        return owner.isEmpty()
                ? Optional.empty()
                : session.one(CREDENTIALS, Params.with("account", owner), Reserving::credentials);
    }

    /** The account to which a social account is linked; a sign-in to an open one is kept. */
    Optional<Account> recognise(Jdbc jdbc, ExternalIdentity identity, AuditRecord record) {
        Params params = recognition(identity, record);
        Sql query = jdbc.dialect().readings().accountByIdentity();
        return jdbc.atomically(session -> {
            Optional<Account> account = AccountRows.account(session.list(query, params, AccountRows::read));
            if (account.filter(Account::isOpen).isPresent()) {
                AuditRows.write(session, account.get().id(), record);
            }
            return account;
        });
    }

    static Params recognition(ExternalIdentity identity, AuditRecord record) {
        return AuditRows.params(record).and("identity", IdentityKey.of(identity));
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
        AccountId name = new AccountId(subject);
        FailureCount ofPair = locked(session, pair);
        FailureCount inARow = locked(session, all);
        boolean disabled = inARow.failures() >= attempt.rules().failuresInARow();
        Optional<Instant> blocked = disabled ? Optional.empty() : ofPair.blockedUntil(attempt);
        if (disabled || blocked.isPresent()) {
            return new Attempt(name, credentials, blocked, disabled, 0, 0);
        }
        FailureCount failures = ofPair.plus(attempt);
        count(session, pair, failures);
        count(session, all, new FailureCount(inARow.failures() + 1, inARow.startedAt(), attempt.now()));
        return new Attempt(name, credentials, Optional.empty(), false, failures.failures(), inARow.failures() + 1);
    }

    private static FailureCount locked(Session session, Params row) throws SQLException {
        Optional<FailureCount> count = session.one(LOCK, row, FailureCount::read);
        if (count.isPresent()) {
            return count.get();
        }
        session.ensure(BEGIN, row);
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
