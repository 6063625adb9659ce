-- The index leaves out what was given up.

drop index if exists badgr_notice_due;
create index badgr_notice_due on badgr_notice (next_attempt_at) where next_attempt_at is not null;
