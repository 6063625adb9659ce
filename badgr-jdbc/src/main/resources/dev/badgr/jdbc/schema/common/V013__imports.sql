-- Badges from elsewhere. A row lies where its award lies, and there is never one without the other.

-- The primary key is the rule that a badge is there once for a mailbox, whichever copy of it; the copy is in columns that
-- each database has in its own type.
create table if not exists badgr_import (
    recipient_key uuid not null,
    -- A hash of the ids of issuer and credential.
    credential_key uuid not null,
    -- The award that it is in the Backpack as.
    sequence uuid not null,
    -- A copy gives way only to one that was issued later.
    issued_on timestamp(3) with time zone not null,
    form varchar(10) not null,
    source varchar(2000),
    picture_type varchar(50),
    imported_at timestamp(3) with time zone not null,
    checked_at timestamp(3) with time zone not null,
    verdict varchar(10) not null,
    -- Null where nothing more is to be found.
    next_check_at timestamp(3) with time zone,
    -- Counts the times that it was brought or verified. What a verification found applies only to the one it began with.
    revision bigint not null,
    primary key (recipient_key, credential_key)
);
create index if not exists badgr_import_award on badgr_import (recipient_key, sequence);
create index if not exists badgr_import_due on badgr_import (next_check_at);
