-- As received; its binary type ends at a mebibyte.
alter table badgr_import add column if not exists content binary large object not null;
alter table badgr_import add column if not exists picture binary large object;
