-- Accounts, their verified addresses and their linked social accounts.
--
-- No foreign keys: accounts spread by their id, addresses by their recipient key, so on a sharded database the rows of
-- one person lie apart. What a foreign key would guard, each statement that writes here guards by its conditions.

-- One row: a check value of the secret that recipient keys are made with. Keys made with two secrets would never meet.
create table if not exists badgr_installation (
    id integer primary key check (id = 1),
    check_value varchar(200) not null,
    -- That of the secret which the installation is being moved to; null for one that may be used.
    next_check_value varchar(200)
);

create table if not exists badgr_account (
    id uuid primary key,
    first_name varchar(200) not null,
    last_name varchar(200) not null,
    -- A PHC string; null for a person who signs in by social accounts only.
    password_hash varchar(255),
    -- One of the account's verified addresses.
    primary_recipient uuid not null,
    -- Changed in the statement that adds or removes an address: the limit is a condition on this row, and no account
    -- loses its last address.
    email_count smallint not null check (email_count >= 1),
    -- How the person is written to: a language tag and the id of a time zone.
    language varchar(50) not null,
    zone varchar(50) not null,
    -- Since when the host's staff keeps everybody out; null for an account that is open.
    disabled_at timestamp(3) with time zone,
    -- Counts the changes of password, address and linked identity. A change applies only to the epoch it began with.
    epoch bigint not null,
    created_at timestamp(3) with time zone not null
);

-- The primary key is the rule that a mailbox is verified on at most one account.
create table if not exists badgr_verified_email (
    recipient_key uuid primary key,
    account_id uuid not null,
    address varchar(254) not null,
    verified_at timestamp(3) with time zone not null,
    -- The account's epoch from which on it has this address: the order in which addresses came.
    since_epoch bigint not null
);
create index if not exists badgr_verified_email_account on badgr_verified_email (account_id);

-- The primary key is the rule that a social account is linked to at most one account: the SHA-256 of issuer and subject.
create table if not exists badgr_linked_identity (
    identity_key varchar(43) primary key,
    account_id uuid not null,
    issuer varchar(1000) not null,
    subject varchar(510) not null,
    since_epoch bigint not null
);
create index if not exists badgr_linked_identity_account on badgr_linked_identity (account_id);
