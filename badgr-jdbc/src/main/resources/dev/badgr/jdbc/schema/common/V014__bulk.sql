-- Awards of bulk runs whose recipients are still to be told, a row for each slice; the awards themselves are in a column that
-- each database has in its own type: for each the 16 bytes of its recipient key and the 16 bytes of its sequence.
create table if not exists badgr_unannounced (
    id uuid primary key,
    created_at timestamp(3) with time zone not null,
    -- How many of them, from the first on, are taken.
    taken integer not null
);
