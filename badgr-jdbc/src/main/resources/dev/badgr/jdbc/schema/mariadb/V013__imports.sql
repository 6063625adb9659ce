-- As received.
alter table badgr_import add column if not exists content longblob not null;
alter table badgr_import add column if not exists picture longblob;
