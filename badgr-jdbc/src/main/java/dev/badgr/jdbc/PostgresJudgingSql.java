package dev.badgr.jdbc;

/** The statements of {@link PostgresJudging}. Locks are taken in the order challenge, counts or account, address. */
final class PostgresJudgingSql {
    /** From {@code asked} to the guess counted: what is spent, what the guess did, and where it is counted. */
    private static final String JUDGED = """
            spent as materialized (
                select 1 from badgr_guess_count
                where bucket in ((select 'address:' || recipient_key from asked), :client_bucket)
                    and window_ends_at > :now
                    and wrong >= case bucket when :client_bucket then :per_client else :per_address end
            ), judged as (
                update badgr_challenge
                set attempts = attempts + 1, state = case when code_hash = any (:hashes) then 'PROVEN' else state end
                where id = :id and exists (select 1 from asked) and not exists (select 1 from spent)
                    and state = 'OPEN' and attempts < :attempts and expires_at > :now
                    and left(code_hash, 6) = any (:key_ids)
                returning attempts, state, recipient_key, address
            ), counted as (
                insert into badgr_guess_count as g (bucket, window_ends_at, wrong)
                select w.bucket, w.ends_at, 1
                from judged j cross join lateral (values
                    ('address:' || j.recipient_key, :day_ends_at), (:client_bucket, :hour_ends_at), ('system', :day_ends_at)
                ) as w (bucket, ends_at)
                where j.state = 'OPEN'
                order by w.bucket
                on conflict (bucket) do update set
                    wrong = case when g.window_ends_at <= :now then 1 else g.wrong + 1 end,
                    window_ends_at = case when g.window_ends_at <= :now then excluded.window_ends_at
                        else g.window_ends_at end
            )""";

    /** From {@code judged} to the address on its account. */
    private static final String ADDED = """
            owner as materialized (
                select email_count from badgr_account where id = :account and epoch = :epoch
            ), taken as materialized (
                select 1 from badgr_verified_email where recipient_key in (select recipient_key from asked)
            ), raised as (
                update badgr_account set email_count = email_count + 1, epoch = epoch + 1
                where id = :account and epoch = :epoch and email_count < :max_emails
                    and exists (select 1 from judged where state = 'PROVEN')
                    and not exists (select 1 from taken)
                returning id, epoch
            ), added as (
                insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
                select j.recipient_key, r.id, j.address, :now, r.epoch from judged j cross join raised r
                returning recipient_key, address
            ), told as (
                insert into badgr_notice (recipient_key, id, kind, address, detail, locale, created_at, attempts,
                    next_attempt_at)
                select m.recipient_key, :notice_id, :kind, m.address, :detail, :locale, :told_at, 0, :told_at
                from (
                    select e.recipient_key, e.address
                    from badgr_verified_email e where e.account_id in (select id from raised)
                    union all
                    select recipient_key, address from added
                ) m
                on conflict do nothing
            ), kept as (
                %s added
            )""".formatted(AuditRows.INSERT_FROM);

    static final Sql JUDGE = Sql.of("""
            with asked as materialized (
                select * from badgr_challenge
                where id = :id and purpose = :purpose and (cast(:account as uuid) is null or account_id = :account)
            ), %s
            select a.*, j.attempts as attempts_now, j.state as state_now, exists (select 1 from spent) as budget_spent
            from asked a left join judged j on true
            """.formatted(JUDGED));
    static final Sql JUDGE_EMAIL = Sql.of("""
            with asked as materialized (
                select * from badgr_challenge where id = :id and purpose = :purpose and account_id = :account
            ), %s, %s
            select a.*, j.attempts as attempts_now, j.state as state_now, exists (select 1 from spent) as budget_spent,
                exists (select 1 from added) as added, exists (select 1 from taken) as taken,
                exists (select 1 from owner) as at_epoch,
                exists (select 1 from owner where email_count < :max_emails) as has_room
            from asked a left join judged j on true
            """.formatted(JUDGED, ADDED));

    private PostgresJudgingSql() {}
}
