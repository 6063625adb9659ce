package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Preferences;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AccountStore;
import dev.badgr.port.Announcement;
import java.util.Optional;

/** Accounts in tables: one row each, and one for each address and identity. */
record JdbcAccounts(Jdbc jdbc) implements AccountStore {
    private static final Sql PREFER =
            Sql.of("update badgr_account set language = :language, zone = :zone where id = :account");

    @Override
    public Creation create(NewAccount account) {
        return jdbc.dialect().registration().create(jdbc, account);
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return read(readings().accountById(), Params.with("id", id));
    }

    @Override
    public Optional<Account> byEmail(RecipientKey recipient) {
        return read(readings().accountByEmail(), Params.with("recipient", recipient));
    }

    @Override
    public Optional<Account> byIdentity(ExternalIdentity identity) {
        return read(readings().accountByIdentity(), Params.with("identity", IdentityKey.of(identity)));
    }

    @Override
    public Change replace(Account before, Account after, Announcement announcement) {
        return jdbc.atomically(Replacement.of(before, after, announcement)::apply);
    }

    @Override
    public boolean prefer(AccountId id, Preferences preferences) {
        Params params = AccountSql.preferences(preferences).and("account", id);
        // Some drivers can be told not to count a row that is as it was wanted.
        return jdbc.once(session -> session.update(PREFER, params) == 1 || AccountSql.exists(session, id));
    }

    private Optional<Account> read(Sql query, Params params) {
        return jdbc.once(session -> AccountRows.account(session.list(query, params, AccountRows::read)));
    }

    private Readings readings() {
        return jdbc.dialect().readings();
    }
}
