package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AccountStore;
import java.util.Optional;

/** Accounts in tables: one row each, and one for each address and identity. */
record JdbcAccounts(Jdbc jdbc) implements AccountStore {
    private static final Sql BY_ID = AccountRows.query("select id from badgr_account where id = :id");
    private static final Sql BY_EMAIL =
            AccountRows.query("select account_id as id from badgr_verified_email where recipient_key = :recipient");
    private static final Sql BY_IDENTITY =
            AccountRows.query("select account_id as id from badgr_linked_identity where identity_key = :identity");

    @Override
    public Creation create(NewAccount account) {
        return jdbc.dialect().registration().create(jdbc, account);
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return read(BY_ID, Params.with("id", id));
    }

    @Override
    public Optional<Account> byEmail(RecipientKey recipient) {
        return read(BY_EMAIL, Params.with("recipient", recipient));
    }

    @Override
    public Optional<Account> byIdentity(ExternalIdentity identity) {
        return read(BY_IDENTITY, Params.with("identity", IdentityKey.of(identity)));
    }

    @Override
    public Change replace(Account before, Account after) {
        Replacement replacement = Replacement.of(before, after);
        return replacement.isOneRow() ? jdbc.once(replacement::apply) : jdbc.atomically(replacement::apply);
    }

    private Optional<Account> read(Sql query, Params params) {
        Sql reading = jdbc.dialect().reading(query);
        return jdbc.once(session -> AccountRows.account(session.list(reading, params, AccountRows::read)));
    }
}
