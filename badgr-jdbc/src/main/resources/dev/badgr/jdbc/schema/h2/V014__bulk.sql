alter table badgr_unannounced add column if not exists awards binary varying(1000000) not null;
