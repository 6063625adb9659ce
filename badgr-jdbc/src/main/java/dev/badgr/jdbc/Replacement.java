package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Announcement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference between two states of an account.
 *
 * @param before what is to be stored now
 * @param after what is to be stored then
 * @param announcement what each address of either is told
 */
record Replacement(
        Account before,
        Account after,
        Announcement announcement,
        List<VerifiedEmail> lostEmails,
        List<VerifiedEmail> newEmails,
        List<ExternalIdentity> lostIdentities,
        List<ExternalIdentity> newIdentities) {
    private static final Sql CHANGE = Sql.of("""
            update badgr_account
            set first_name = :first_name, last_name = :last_name, password_hash = :password,
                primary_recipient = :primary, email_count = :emails, disabled_at = :disabled_at,
                epoch = :epoch
            where id = :account and epoch = :before
            """);
    private static final Sql REMOVE_EMAIL =
            Sql.of("delete from badgr_verified_email where recipient_key = :recipient and account_id = :account");
    private static final Sql REMOVE_IDENTITY =
            Sql.of("delete from badgr_linked_identity where identity_key = :identity and account_id = :account");

    static Replacement of(Account before, Account after, Announcement announcement) {
        return new Replacement(
                before,
                after,
                announcement,
                lacking(before.emails(), after.emails()),
                lacking(after.emails(), before.emails()),
                lacking(before.identities(), after.identities()),
                lacking(after.identities(), before.identities()));
    }

    /** Back to the savepoint if it can't be done wholly: the transaction may be another's. */
    Change apply(Session session) throws SQLException {
        Savepoint start = session.dialect().savepoint(session);
        Change change = changeRow(session);
        if (change == Change.CHANGED) {
            remove(session);
            change = add(session);
        }
        if (change == Change.CHANGED) {
            NoticeRows.announce(session, announcement, Stream.of(before, after));
            AuditRows.write(session, after.id(), announcement.record());
        } else {
            session.connection().rollback(start);
        }
        return change;
    }

    private Change changeRow(Session session) throws SQLException {
        Params params = AccountSql.account(after).and("before", before.epoch());
        return session.update(CHANGE, params) == 1 ? Change.CHANGED : Change.STALE;
    }

    private void remove(Session session) throws SQLException {
        for (VerifiedEmail email : lostEmails) {
            Params which = Params.with("recipient", email.recipient()).and("account", after.id());
            if (session.update(REMOVE_EMAIL, which) == 1) {
                session.update(JdbcMailboxes.FORGET, which);
            }
        }
        for (ExternalIdentity identity : lostIdentities) {
            Params which = Params.with("identity", IdentityKey.of(identity)).and("account", after.id());
            session.update(REMOVE_IDENTITY, which);
        }
    }

    private Change add(Session session) throws SQLException {
        for (VerifiedEmail email : newEmails) {
            if (!session.insertIfAbsent(AccountSql.EMAIL, AccountSql.email(after, email))) {
                return Change.EMAIL_TAKEN;
            }
        }
        for (ExternalIdentity identity : newIdentities) {
            if (!session.insertIfAbsent(AccountSql.IDENTITY, AccountSql.identity(after, identity))) {
                return Change.IDENTITY_TAKEN;
            }
        }
        return Change.CHANGED;
    }

    private static <T> List<T> lacking(List<T> all, List<T> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }
}
