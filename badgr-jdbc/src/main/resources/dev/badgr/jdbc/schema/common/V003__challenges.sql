-- Challenges, and what is counted to slow down guessing: codes sent, codes guessed wrong, passwords tried.

create table if not exists badgr_challenge (
    id uuid primary key,
    purpose varchar(20) not null,
    address varchar(254) not null,
    recipient_key uuid not null,
    -- Which key, and the HMAC of the code under it; the keys are not in this database.
    code_hash varchar(50) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    attempts integer not null,
    state varchar(10) not null,
    -- Null for a challenge of somebody who has no account yet.
    account_id uuid,
    -- The account that is to be merged into that one.
    other_account_id uuid,
    -- The social account to link once the address is proven.
    identity_issuer varchar(1000),
    identity_subject varchar(510)
);

-- When something was sent lately: milliseconds since 1970, oldest first, with blanks between. "Five an hour" holds for
-- every hour, so a counter would not do.
create table if not exists badgr_send_log (
    bucket varchar(100) primary key,
    sent_at varchar(1000000) not null,
    -- The latest of them: where no rate looks back that far, the row has no use any more.
    last_sent_at timestamp(3) with time zone not null
);

-- Wrong guesses for an address, from a client and in all, until the window ends that began with the first of them.
create table if not exists badgr_guess_count (
    bucket varchar(100) primary key,
    window_ends_at timestamp(3) with time zone not null,
    wrong integer not null
);

-- Failures to sign in. The subject is an account or, for a mailbox without one, its recipient key. The client '*' counts
-- the failures in a row from all clients.
create table if not exists badgr_sign_in_count (
    subject uuid not null,
    client varchar(43) not null,
    failures integer not null,
    started_at timestamp(3) with time zone not null,
    last_at timestamp(3) with time zone not null,
    primary key (subject, client)
);
