alter table badgr_unannounced add column if not exists awards mediumblob not null;
