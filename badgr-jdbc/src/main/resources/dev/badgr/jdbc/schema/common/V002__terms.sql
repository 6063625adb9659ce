-- The Terms and who agreed to what. Consents are only ever appended.

create table if not exists badgr_terms (
    version varchar(100) not null,
    locale varchar(200) not null,
    effective_at timestamp(3) with time zone not null,
    url varchar(2000) not null,
    sha256 varchar(64) not null,
    primary key (version, locale)
);

create table if not exists badgr_terms_consent (
    account_id uuid not null,
    -- Numbers an account's consents from 1 on.
    seq integer not null,
    version varchar(100) not null,
    sha256 varchar(64) not null,
    agreed_at timestamp(3) with time zone not null,
    locale varchar(200) not null,
    way_in varchar(10) not null,
    evidence varchar(1000),
    primary key (account_id, seq)
);

create table if not exists badgr_marketing_consent (
    account_id uuid not null,
    seq integer not null,
    granted boolean not null,
    decided_at timestamp(3) with time zone not null,
    -- On which occasion: a person withdraws signed in, or by a link in a mail.
    way varchar(10) not null,
    primary key (account_id, seq)
);
