-- As received; a picture is compressed already, so the server need not try.
alter table badgr_import add column if not exists content bytea not null;
alter table badgr_import add column if not exists picture bytea;
alter table badgr_import alter column content set storage external;
alter table badgr_import alter column picture set storage external;

drop index if exists badgr_import_due;
create index badgr_import_due on badgr_import (next_check_at) where next_check_at is not null;
