-- How often a row was held to guard others. In a Galera cluster locks end at their server, but of two servers that change
-- one row at the same time only one commits.
alter table badgr_account add column if not exists held bigint not null default 0;
alter table badgr_verified_email add column if not exists held bigint not null default 0;
