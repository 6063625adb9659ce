-- What happened to accounts. Rows are only ever appended, and go when they are old or their account is erased.

create table if not exists badgr_audit (
    -- For what was tried at a mailbox without an account: its recipient key.
    account_id uuid not null,
    happened_at timestamp(3) with time zone not null,
    id uuid not null,
    event varchar(30) not null,
    -- Who: a person's client, or a member of the host's staff and why, or neither for the host's application.
    client varchar(43),
    staff varchar(200),
    reason varchar(1000),
    detail varchar(1000) not null,
    primary key (account_id, happened_at, id)
);
create index if not exists badgr_audit_age on badgr_audit (happened_at);
