-- Hashes are as small as they get, so the server need not try to compress them.
alter table badgr_unannounced add column if not exists awards bytea not null;
alter table badgr_unannounced alter column awards set storage external;
