package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.SignInRules;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One statement. The pair's row is counted on the condition that no back-off is running, which the database checks again on
 * what others left. Then the subject's row is counted; if others have filled that meanwhile, a null breaks its constraint,
 * which undoes the whole statement. Run again, it sees what others did.
 */
final class PostgresReserving extends Reserving {
    private static final Sql RESERVE = Sql.of("""
            with owner as materialized (
                select account_id from badgr_verified_email where recipient_key = :recipient for key share
            ), credentials as materialized (
                select id, password_hash from badgr_account where id in (select account_id from owner)
            ), subject as materialized (
                select coalesce((select account_id from owner), :recipient) as id
            ), counts as materialized (
                select client, failures, started_at, last_at from badgr_sign_in_count
                where subject in (select id from subject) and client in (:client, '*')
            ), pair as (
                insert into badgr_sign_in_count as c (subject, client, failures, started_at, last_at)
                select id, :client, 1, :now, :now from subject
                where not exists (select 1 from counts where client = '*' and failures >= :in_a_row)
                on conflict (subject, client) do update set
                    failures = case
                        when c.failures < :failures and c.started_at <= :window_began then 1
                        when c.failures >= :failures and c.last_at <= :quiet_since then 1
                        else c.failures + 1 end,
                    started_at = case
                        when c.failures < :failures and c.started_at <= :window_began then :now
                        when c.failures >= :failures and c.last_at <= :quiet_since then :now
                        else c.started_at end,
                    last_at = :now
                where c.failures < :failures
                    or cast(:now as timestamp with time zone) - c.last_at >= interval '1 millisecond'
                        * least(:first_ms * (cast(1 as bigint) << greatest(0, least(c.failures - :failures, 20))), :longest_ms)
                returning subject, failures
            ), everyone as (
                insert into badgr_sign_in_count as c (subject, client, failures, started_at, last_at)
                select subject, '*', 1, :now, :now from pair
                on conflict (subject, client) do update set
                    failures = case when c.failures < :in_a_row then c.failures + 1 end, last_at = :now
                returning failures
            )
            select subject.id as subject_id, (select failures from pair) as failures_now,
                (select failures from everyone) as in_a_row, (select id from credentials) as account_id, (select password_hash from credentials) as password_hash,
                exists (select 1 from pair) as counted,
                exists (select 1 from counts where client = '*' and failures >= :in_a_row) as disabled,
                p.failures, p.started_at, p.last_at
            from subject left join counts p on p.client = :client
            """);

    @Override
    Attempt reserve(Jdbc jdbc, Reservation attempt) {
        Params params = params(attempt);
        return jdbc.once(session -> LostRace.ifConstraintBroken(
                s -> s.one(RESERVE, params, row -> attempt(row, attempt)).orElseThrow(), session));
    }

    /**
     * The pair's row is locked before the subject's, here too; the account's before both, so that it is there while something is
     * kept for it.
     */
    private static final Sql SUCCEED = Sql.of("""
            with person as materialized (
                select password_hash, disabled_at from badgr_account where id = :account for key share
            ), pair as (
                delete from badgr_sign_in_count
                where subject = :account and client = :client and (select count(*) from person) >= 0
                returning subject
            ), everyone as (
                delete from badgr_sign_in_count
                where subject = :account and client = '*' and (select count(*) from pair) >= 0
            ), renewed as (
                update badgr_account set password_hash = :newer
                where id = :account and password_hash = :checked and password_hash <> :newer
            ), kept as (
                %s person where password_hash = :checked and disabled_at is null
            )
            select 1
            """.formatted(AuditRows.INSERT_FROM));

    @Override
    void succeed(Jdbc jdbc, Params params) {
        jdbc.once(session -> session.exists(SUCCEED, params));
    }

    private static final Sql RECOGNISE =
            PostgresReadings.account(Readings.BY_IDENTITY, """
            , kept as (
                %s badgr_account where id in (select id from found) and disabled_at is null
            )""".formatted(AuditRows.insertFrom("id")));

    @Override
    Optional<Account> recognise(Jdbc jdbc, ExternalIdentity identity, AuditRecord record) {
        Params params = recognition(identity, record);
        return jdbc.once(session -> AccountRows.account(session.list(RECOGNISE, params, AccountRows::read)));
    }

    private static Attempt attempt(Row row, Reservation attempt) throws SQLException {
        AccountId subject = row.account("subject_id");
        Optional<Credentials> credentials =
                row.optionalUuid("account_id").isPresent() ? Optional.of(credentials(row)) : Optional.empty();
        if (row.flag("counted")) {
            return new Attempt(
                    subject, credentials, Optional.empty(), false, row.number("failures_now"), row.number("in_a_row"));
        }
        if (row.flag("disabled")) {
            return new Attempt(subject, credentials, Optional.empty(), true, 0, 0);
        }
        Optional<Instant> blocked = blockedUntil(row, attempt);
        if (blocked.isEmpty()) {
            throw new LostRace();
        }
        return new Attempt(subject, credentials, blocked, false, 0, 0);
    }

    private static Optional<Instant> blockedUntil(Row row, Reservation attempt) throws SQLException {
        return row.optionalTime("last_at").isEmpty()
                ? Optional.empty()
                : FailureCount.read(row).blockedUntil(attempt);
    }

    private static Params params(Reservation attempt) {
        SignInRules rules = attempt.rules();
        return Params.with("recipient", attempt.recipient())
                .and("client", attempt.client())
                .and("now", attempt.now())
                .and("failures", rules.failures())
                .and("in_a_row", rules.failuresInARow())
                .and("window_began", attempt.windowBegan())
                .and("quiet_since", attempt.quietSince())
                .and("first_ms", rules.firstBackOff().toMillis())
                .and("longest_ms", rules.longestBackOff().toMillis());
    }
}
