package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.ConsentStore;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consents in tables. */
record JdbcConsents(Jdbc jdbc) implements ConsentStore {
    private static final Sql AGREED =
            Sql.of("select * from badgr_terms_consent where account_id = :account order by agreed_at desc, seq desc");
    private static final Sql LATEST = ConsentSql.LEDGER.plus(" limit 1");

    /** Before all ids, none of which is nil. */
    private static final AccountId BEGINNING = new AccountId(new UUID(0, 0));

    private static final Sql STANDINGS = Sql.of("""
            select a.id, exists (select 1 from badgr_terms_consent c
                where c.account_id = a.id and c.version = :version) as agreed
            from badgr_account a where a.id > :after order by a.id limit :rows
            """);

    @Override
    public boolean agree(AccountId account, TermsConsent consent) {
        return append(account, ConsentSql.TERMS, ConsentSql.terms(account, consent));
    }

    @Override
    public List<TermsConsent> agreed(AccountId account) {
        return jdbc.once(session -> session.list(AGREED, Params.with("account", account), JdbcConsents::consent));
    }

    @Override
    public List<Standing> standings(String version, Optional<AccountId> after, int max) {
        Params params = Params.with("version", version)
                .and("after", after.orElse(BEGINNING))
                .and("rows", max);
        return jdbc.once(
                session -> session.list(STANDINGS, params, row -> new Standing(row.account("id"), row.flag("agreed"))));
    }

    @Override
    public boolean record(AccountId account, MarketingConsent consent) {
        return append(account, ConsentSql.MARKETING, ConsentSql.marketing(account, consent));
    }

    @Override
    public boolean withdraw(AccountId account, MarketingConsent withdrawal) {
        Params params = ConsentSql.marketing(account, withdrawal);
        return jdbc.atomically(session -> {
            boolean exists = AccountSql.lock(session, account);
            boolean withdrawn = !session.one(session.dialect().held(LATEST), params, row -> row.flag("granted"))
                    .orElse(true);
            return exists && !withdrawn && session.update(ConsentSql.MARKETING, params) == 1;
        });
    }

    @Override
    public List<MarketingConsent> marketing(AccountId account) {
        return jdbc.once(session -> ConsentSql.ledger(session, account));
    }

    /** Who holds the account's row appends alone, to an account that stays. */
    private boolean append(AccountId account, Sql insert, Params params) {
        return jdbc.atomically(session -> AccountSql.lock(session, account) && session.update(insert, params) == 1);
    }

    private static TermsConsent consent(Row row) throws SQLException {
        return ConsentSql.consent(row, row.optionalText("evidence"));
    }
}
