-- What is kept of erased accounts, and what helps to find what is to go.

-- The consents of erased accounts, without the person: nothing leads here but the receipt that she was given.
create table if not exists badgr_former_consent (
    receipt uuid not null,
    seq integer not null,
    version varchar(100) not null,
    sha256 varchar(64) not null,
    agreed_at timestamp(3) with time zone not null,
    locale varchar(200) not null,
    way_in varchar(10) not null,
    erased_at timestamp(3) with time zone not null,
    primary key (receipt, seq)
);
create index if not exists badgr_former_consent_erased on badgr_former_consent (erased_at);

-- For erasing: the challenges of an account, those to its addresses, and what it was merged with.
create index if not exists badgr_merge_survivor on badgr_merge (survivor);
create index if not exists badgr_challenge_account on badgr_challenge (account_id);
create index if not exists badgr_challenge_recipient on badgr_challenge (recipient_key);

-- For pruning. Notices that were given up are found by the index of those that are due.
create index if not exists badgr_challenge_expires on badgr_challenge (expires_at);
create index if not exists badgr_send_log_last on badgr_send_log (last_sent_at);
create index if not exists badgr_guess_count_ends on badgr_guess_count (window_ends_at);
create index if not exists badgr_sign_in_count_last on badgr_sign_in_count (last_at);
