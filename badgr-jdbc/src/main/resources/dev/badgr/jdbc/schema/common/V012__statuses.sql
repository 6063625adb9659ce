-- What issuers say about their awards to whoever holds a credential. Both lie where the issuer's badges lie.

-- Awards that were revoked or readdressed: the same as in badgr_award, by issuer.
create table if not exists badgr_withdrawal (
    issuer varchar(50) not null,
    sequence uuid not null,
    recipient_key uuid not null,
    -- Null if it was readdressed.
    reason varchar(1000),
    primary key (issuer, sequence, recipient_key)
);

-- Which bit of its issuer's lists an award has. A row stays for ever: an award finds its slot as the first of its candidates
-- that no other award has.
create table if not exists badgr_status_slot (
    issuer varchar(50) not null,
    list integer not null,
    slot integer not null,
    recipient_key uuid not null,
    sequence uuid not null,
    primary key (issuer, list, slot)
);
