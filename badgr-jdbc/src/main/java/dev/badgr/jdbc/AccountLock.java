package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import java.sql.SQLException;

/**
 * Keeps an account from being erased until the transaction ends. What is written for an account is written under it: there is
 * no foreign key that would see to that.
 */
final class AccountLock {
    private static final Sql ACCOUNT = Sql.of("select id from badgr_account where id = :account");

    private AccountLock() {}

    /** Whether there is such an account; if so, there is until the end of the transaction. */
    static boolean holds(Session session, AccountId account) throws SQLException {
        Sql lock = ACCOUNT.plus(session.dialect().keyLock());
        return session.exists(lock, Params.with("account", account));
    }
}
