-- What stays of an account that was merged into another: nothing but the two ids, for those who kept the one that is gone.

create table if not exists badgr_merge (
    gone uuid primary key,
    survivor uuid not null,
    -- The challenge that was used up: who merges with it again is told that it was done.
    proof uuid not null,
    -- The epochs of the survivor before and after.
    epoch_before bigint not null,
    epoch_after bigint not null,
    merged_at timestamp(3) with time zone not null
);
create index if not exists badgr_merge_proof on badgr_merge (proof);
