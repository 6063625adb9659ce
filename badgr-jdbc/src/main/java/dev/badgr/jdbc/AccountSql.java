package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Preferences;
import dev.badgr.email.VerifiedEmail;
import java.sql.SQLException;

/** How an account's rows are written. */
final class AccountSql {
    static final Sql ACCOUNT = Sql.of("""
            insert into badgr_account (id, first_name, last_name, password_hash, primary_recipient, email_count, language,
                zone, disabled_at, epoch, created_at)
            values (:account, :first_name, :last_name, :password, :primary, :emails, :language, :zone, :disabled_at, :epoch,
                :created_at)
            """);
    static final Sql EMAIL = Sql.of("""
            insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
            values (:recipient, :account, :address, :verified_at, :epoch)
            """);
    static final Sql IDENTITY = Sql.of("""
            insert into badgr_linked_identity (identity_key, account_id, issuer, subject, since_epoch)
            values (:identity, :account, :issuer, :subject, :epoch)
            """);

    private static final Sql EXISTS = Sql.of("select id from badgr_account where id = :account");
    private static final Held ROW = Held.of("badgr_account", "id = :account");

    private AccountSql() {}

    static boolean exists(Session session, AccountId account) throws SQLException {
        return session.exists(EXISTS, Params.with("account", account));
    }

    /** Keeps an account as it is until the transaction ends; tells whether there is one. */
    static boolean lock(Session session, AccountId account) throws SQLException {
        return session.dialect().hold(session, ROW, Params.with("account", account));
    }

    /** The same for two accounts, in the order of their ids, as everybody does it: so nobody waits in a circle. */
    static void lockBoth(Session session, AccountId one, AccountId other) throws SQLException {
        boolean inOrder = one.compareTo(other) < 0;
        lock(session, inOrder ? one : other);
        lock(session, inOrder ? other : one);
    }

    static Params account(Account account) {
        return Params.with("account", account.id())
                .and("first_name", account.name().firstName())
                .and("last_name", account.name().lastName())
                .and("password", account.password())
                .and("primary", account.primary())
                .and("emails", account.emails().size())
                .and(preferences(account.preferences()))
                .and("disabled_at", account.disabledAt())
                .and("epoch", account.epoch())
                .and("created_at", account.createdAt());
    }

    static Params preferences(Preferences preferences) {
        return Params.with("language", preferences.language())
                .and("zone", preferences.zone().getId());
    }

    static Params email(Account account, VerifiedEmail email) {
        return Params.with("account", account.id())
                .and("epoch", account.epoch())
                .and("recipient", email.recipient())
                .and("address", email.address())
                .and("verified_at", email.verifiedAt());
    }

    static Params identity(Account account, ExternalIdentity identity) {
        return Params.with("account", account.id())
                .and("epoch", account.epoch())
                .and("identity", IdentityKey.of(identity))
                .and("issuer", identity.issuer())
                .and("subject", identity.subject());
    }
}
