-- Indexes leave out what they are not for.

drop index if exists badgr_challenge_account;
create index badgr_challenge_account on badgr_challenge (account_id) where account_id is not null;
drop index if exists badgr_sign_in_count_last;
create index badgr_sign_in_count_last on badgr_sign_in_count (last_at) where client <> '*';
create index if not exists badgr_notice_given_up on badgr_notice (created_at) where next_attempt_at is null;
create index if not exists badgr_share_link_ended on badgr_share_link (coalesce(revoked_at, expires_at))
    where coalesce(revoked_at, expires_at) is not null;
