-- Versions compare by their characters, not by the language that the server is set to.

alter table badgr_terms alter column version type varchar(100) collate "C";
