-- What is kept of former recipient secrets.

-- The keys that mailboxes had under them, each with the one that its mailbox has now. Written while an installation is moved to
-- another secret; afterwards ids of awards that were handed out before still lead to the awards.
create table if not exists badgr_former_key (
    old_key uuid primary key,
    new_key uuid not null
);
create index if not exists badgr_former_key_new on badgr_former_key (new_key);
