-- Addresses that somebody wants to have on another account.

-- The latest move of each mailbox: the primary key is the rule that no mailbox has two that are pending.
create table if not exists badgr_address_move (
    recipient_key uuid primary key,
    id uuid not null,
    address varchar(254) not null,
    from_account uuid not null,
    to_account uuid not null,
    asked_at timestamp(3) with time zone not null,
    due_at timestamp(3) with time zone not null,
    state varchar(10) not null,
    -- Why it came to nothing; null in every other state than LAPSED.
    lapse varchar(20)
);
create index if not exists badgr_address_move_from on badgr_address_move (from_account);
create index if not exists badgr_address_move_to on badgr_address_move (to_account);
create index if not exists badgr_address_move_due on badgr_address_move (state, due_at);
