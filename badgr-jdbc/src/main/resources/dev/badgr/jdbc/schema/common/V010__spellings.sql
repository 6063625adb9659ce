-- What a mailbox has besides the account that has verified it. Both lie where its address and its awards lie.

-- Other spellings of a verified address that its person has added. They go when the address leaves its account, and stay
-- with the address when it moves to another one.
create table if not exists badgr_spelling (
    recipient_key uuid not null,
    spelling varchar(254) not null,
    primary key (recipient_key, spelling)
);

-- Mailboxes that want no mail about awards. A row stays whoever verifies the address: the mailbox has asked for it.
create table if not exists badgr_muted_mailbox (
    recipient_key uuid primary key,
    muted_at timestamp(3) with time zone not null,
    -- From which the key can be made anew under another secret; null as long as an award to the mailbox has it.
    address varchar(254)
);
