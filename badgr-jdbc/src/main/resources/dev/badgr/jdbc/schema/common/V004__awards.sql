-- Badges, awards, and links that show one or a collection of them. Issuers and badges are small tables that every shard may have a copy of.

create table if not exists badgr_issuer (
    id varchar(50) primary key,
    name varchar(400) not null,
    url varchar(2000) not null,
    email varchar(254)
);

create table if not exists badgr_badge (
    issuer varchar(50) not null,
    slug varchar(100) not null,
    name varchar(400) not null,
    -- The name with all case differences folded away, for searching.
    folded_name varchar(1200) not null,
    description varchar(8000) not null,
    criteria varchar(8000) not null,
    image varchar(2000) not null,
    -- Each tag has a line feed before and after it, so that whole tags are found.
    tags varchar(2100) not null,
    -- ISO 8601; null for ever.
    valid_for varchar(50),
    primary key (issuer, slug)
);

-- The primary key orders, pages and recognises repeats: a sequence begins with the time of issue. There is no second index
-- and no account: a Backpack reads the awards of each address that is verified on its account at that moment.
create table if not exists badgr_award (
    recipient_key uuid not null,
    sequence uuid not null,
    issuer varchar(50) not null,
    badge varchar(100) not null,
    address varchar(254) not null,
    issued_on timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone,
    narrative varchar(8000),
    -- A JSON array of objects with url and, where there is one, narrative; null for none.
    evidence varchar(1000000),
    external_key varchar(400),
    state varchar(10) not null,
    refusal varchar(1000),
    revoked_at timestamp(3) with time zone,
    revocation_reason varchar(1000),
    -- The award that took its place at the right address.
    readdressed_recipient uuid,
    readdressed_sequence uuid,
    -- The earlier award that this one was issued again for, and the newer one that it was issued again as.
    reissue_of_recipient uuid,
    reissue_of_sequence uuid,
    reissued_recipient uuid,
    reissued_sequence uuid,
    primary key (recipient_key, sequence)
);

-- The id is the hash of the link's token: what is stored here opens nothing.
create table if not exists badgr_share_link (
    id varchar(43) primary key,
    owner uuid not null,
    -- Either an award or a collection.
    recipient_key uuid,
    sequence uuid,
    collection_id uuid,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone,
    -- How often it has shown something. By whom is not kept.
    views bigint not null
);
create index if not exists badgr_share_link_owner on badgr_share_link (owner);
