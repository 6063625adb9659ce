-- Collections of badges. A row names a badge but says nothing of whether it is seen: that is read from the award and the
-- address each time. All rows of a person lie together, by their owner.

create table if not exists badgr_collection (
    owner uuid not null,
    id uuid not null,
    name varchar(200) not null,
    description varchar(4000),
    -- Counts the changes. A change applies only to the version it began with.
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    primary key (owner, id)
);

-- Changed only in the transaction that has changed the version of its collection.
create table if not exists badgr_collection_entry (
    owner uuid not null,
    collection_id uuid not null,
    recipient_key uuid not null,
    sequence uuid not null,
    -- Orders the badges of a collection; numbers may be left out.
    place bigint not null,
    primary key (owner, collection_id, recipient_key, sequence)
);
