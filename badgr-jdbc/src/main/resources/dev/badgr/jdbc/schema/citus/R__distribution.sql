-- Spreads the tables over the workers of Citus, after the scripts of PostgreSQL. What was spread before is left as it is, so
-- this may run again at every start, and must after an upgrade that brought new tables. Rows that are there move along.
--
-- No unique key lacks the column that its table is spread by, and no foreign key crosses shards: there is none.

-- Small tables that every worker has a copy of.
select create_reference_table('badgr_schema')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_schema'::regclass);
select create_reference_table('badgr_installation')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_installation'::regclass);
select create_reference_table('badgr_terms')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_terms'::regclass);
select create_reference_table('badgr_issuer')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_issuer'::regclass);
select create_reference_table('badgr_badge')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_badge'::regclass);
-- Small, and looked for in an order or by a key that is no longer anywhere else.
select create_reference_table('badgr_unannounced')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_unannounced'::regclass);
select create_reference_table('badgr_former_key')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_former_key'::regclass);

-- Whatever belongs to a mailbox lies together: its address, what was awarded to it, and what it waits to be told.
select create_distributed_table('badgr_award', 'recipient_key', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_award'::regclass);
select create_distributed_table('badgr_verified_email', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_verified_email'::regclass);
select create_distributed_table('badgr_import', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_import'::regclass);
select create_distributed_table('badgr_notice', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_notice'::regclass);
select create_distributed_table('badgr_spelling', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_spelling'::regclass);
select create_distributed_table('badgr_muted_mailbox', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_muted_mailbox'::regclass);
select create_distributed_table('badgr_address_move', 'recipient_key', colocate_with => 'badgr_award')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_address_move'::regclass);

-- Whatever belongs to an account lies together. The subject of a failed sign-in is an account or, where there is none, a
-- mailbox; a merge lies with the account that is gone, and what an erased one agreed to with the receipt.
select create_distributed_table('badgr_account', 'id', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_account'::regclass);
select create_distributed_table('badgr_terms_consent', 'account_id', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_terms_consent'::regclass);
select create_distributed_table('badgr_marketing_consent', 'account_id', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_marketing_consent'::regclass);
select create_distributed_table('badgr_collection', 'owner', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_collection'::regclass);
select create_distributed_table('badgr_collection_entry', 'owner', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_collection_entry'::regclass);
select create_distributed_table('badgr_audit', 'account_id', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_audit'::regclass);
select create_distributed_table('badgr_sign_in_count', 'subject', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_sign_in_count'::regclass);
select create_distributed_table('badgr_merge', 'gone', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_merge'::regclass);
select create_distributed_table('badgr_former_consent', 'receipt', colocate_with => 'badgr_account')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_former_consent'::regclass);

-- These are found by an id or a hash of their own, and lie wherever that leads.
select create_distributed_table('badgr_challenge', 'id', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_challenge'::regclass);

select create_distributed_table('badgr_linked_identity', 'identity_key', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_linked_identity'::regclass);

select create_distributed_table('badgr_share_link', 'id', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_share_link'::regclass);

select create_distributed_table('badgr_send_log', 'bucket', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_send_log'::regclass);
select create_distributed_table('badgr_guess_count', 'bucket', colocate_with => 'badgr_send_log')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_guess_count'::regclass);

-- What an issuer says about its awards lies with the issuer.
select create_distributed_table('badgr_withdrawal', 'issuer', colocate_with => 'none')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_withdrawal'::regclass);
select create_distributed_table('badgr_status_slot', 'issuer', colocate_with => 'badgr_withdrawal')
    where not exists (select 1 from pg_dist_partition where logicalrelid = 'badgr_status_slot'::regclass);
