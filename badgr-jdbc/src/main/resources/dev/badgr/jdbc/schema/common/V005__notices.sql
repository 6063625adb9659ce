-- Mails that wait to be delivered, each written in the transaction of what it tells of.

create table if not exists badgr_notice (
    recipient_key uuid not null,
    id uuid not null,
    kind varchar(30) not null,
    address varchar(254) not null,
    award_recipient uuid,
    award_sequence uuid,
    detail varchar(1000) not null,
    locale varchar(200) not null,
    created_at timestamp(3) with time zone not null,
    attempts integer not null,
    -- Null once it was given up.
    next_attempt_at timestamp(3) with time zone,
    last_error varchar(1000),
    primary key (recipient_key, id)
);
create index if not exists badgr_notice_due on badgr_notice (next_attempt_at);
