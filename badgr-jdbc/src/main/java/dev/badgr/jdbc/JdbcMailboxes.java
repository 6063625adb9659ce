package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.MailboxStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Added spellings and muted mailboxes in tables. */
record JdbcMailboxes(Jdbc jdbc) implements MailboxStore {
    private static final Sql SPELLINGS = Sql.of("""
            select e.address, 0 as place from badgr_verified_email e
            where e.recipient_key = :recipient and e.account_id = :owner
            union
            select s.spelling, 1 from badgr_spelling s
            join badgr_verified_email e on e.recipient_key = s.recipient_key
            where s.recipient_key = :recipient and e.recipient_key = :recipient and e.account_id = :owner
            union
            select w.address, 2 from (
                select a.recipient_key, a.address from badgr_award a where a.recipient_key = :recipient and %s
                order by a.sequence desc limit 1000
            ) w join badgr_verified_email e on e.recipient_key = w.recipient_key
            where e.recipient_key = :recipient and e.account_id = :owner
            order by place
            """.formatted(Pages.VISIBLE));

    /** Who holds the address's row changes what the mailbox has alone, and the address stays. */
    private static final Held ADDRESS =
            Held.of("badgr_verified_email", "recipient_key = :recipient and account_id = :owner");

    private static final Sql ADDED = Sql.of("select spelling from badgr_spelling where recipient_key = :recipient");
    private static final Sql ADD =
            Sql.of("insert into badgr_spelling (recipient_key, spelling) values (:recipient, :spelling)");
    private static final Sql REMOVE = Sql.of("""
            delete from badgr_spelling where recipient_key = :recipient and spelling = :spelling
                and exists (select 1 from badgr_verified_email e
                    where e.recipient_key = :recipient and e.account_id = :owner)
            """);
    /** All of a mailbox, which leaves its account. */
    static final Sql FORGET = Sql.of("delete from badgr_spelling where recipient_key = :recipient");

    /** The mailbox has asked for no mails, so it stays muted; its address stays only where no award to it has it. */
    static final Sql FORGET_ADDRESS = Sql.of("""
            update badgr_muted_mailbox set address = null where recipient_key = :recipient
                and exists (select 1 from badgr_award a where a.recipient_key = :recipient)
            """);

    private static final Sql MUTED = Sql.of("select 1 from badgr_muted_mailbox where recipient_key = :recipient");
    private static final Sql MUTE = Sql.of("""
            insert into badgr_muted_mailbox (recipient_key, muted_at, address)
            select cast(:recipient as uuid), cast(:now as timestamp(3) with time zone), min(m.address) from (
                select address from badgr_verified_email where recipient_key = :recipient
                union
                select address from badgr_award where recipient_key = :recipient
            ) m
            """);
    private static final Sql UNMUTE = Sql.of("delete from badgr_muted_mailbox where recipient_key = :recipient");

    @Override
    public List<EmailAddress> spellings(AccountId owner, RecipientKey recipient) {
        Params params = mailbox(owner, recipient);
        return jdbc.once(session -> session.list(SPELLINGS, params, row -> row.address("address"))).stream()
                .distinct()
                .toList();
    }

    @Override
    public Addition addSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling, int max) {
        Params params = mailbox(owner, recipient).and("spelling", spelling);
        return jdbc.atomically(session -> {
            if (!isHeld(session, params)) {
                return Addition.NOT_VERIFIED;
            }
            List<EmailAddress> added =
                    session.list(session.dialect().held(ADDED), params, row -> row.address("spelling"));
            if (added.contains(spelling)) {
                return Addition.ADDED;
            }
            return added.size() < max && session.update(ADD, params) == 1 ? Addition.ADDED : Addition.TOO_MANY;
        });
    }

    @Override
    public boolean removeSpelling(AccountId owner, RecipientKey recipient, EmailAddress spelling) {
        Params params = mailbox(owner, recipient).and("spelling", spelling);
        return jdbc.once(session -> session.update(REMOVE, params) == 1);
    }

    @Override
    public boolean isMuted(RecipientKey recipient) {
        return jdbc.once(session -> session.exists(MUTED, Params.with("recipient", recipient)));
    }

    @Override
    public void mute(RecipientKey recipient, Instant now) {
        Params params = Params.with("recipient", recipient).and("now", now);
        jdbc.once(session -> choose(session, false, params));
    }

    @Override
    public boolean choose(AccountId owner, RecipientKey recipient, boolean wanted, Instant now) {
        Params params = mailbox(owner, recipient).and("now", now);
        return jdbc.atomically(session -> isHeld(session, params) && choose(session, wanted, params));
    }

    /** Holds the row of an address, if it is this account's. */
    static boolean isHeld(Session session, Params mailbox) throws SQLException {
        return session.dialect().hold(session, ADDRESS, mailbox);
    }

    private static boolean choose(Session session, boolean wanted, Params params) throws SQLException {
        if (wanted) {
            session.update(UNMUTE, params);
        } else {
            session.ensure(MUTE, params);
        }
        return true;
    }

    private static Params mailbox(AccountId owner, RecipientKey recipient) {
        return Params.with("owner", owner).and("recipient", recipient);
    }
}
