package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.BadgrException;
import dev.badgr.port.ConsentStore;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Terms and consents in tables. */
record JdbcConsents(Jdbc jdbc) implements ConsentStore {
    private static final Sql PUBLISH = Sql.of("""
            insert into badgr_terms (version, locale, effective_at, url, sha256)
            values (:version, :locale, :effective_at, :url, :sha)
            """);
    private static final Sql PUBLISHED =
            Sql.of("select * from badgr_terms where version = :version and locale = :locale");
    private static final Sql CURRENT = Sql.of("select * from badgr_terms where version = (%s) order by locale"
            .formatted(ConsentSql.CURRENT_VERSION_TEXT));
    private static final Sql AGREED =
            Sql.of("select * from badgr_terms_consent where account_id = :account order by agreed_at desc, seq desc");
    private static final Sql LEDGER = Sql.of(
            "select * from badgr_marketing_consent where account_id = :account order by decided_at desc, seq desc");

    @Override
    public TermsVersion publish(TermsVersion terms) {
        Params params = Params.with("version", terms.version())
                .and("locale", terms.locale())
                .and("effective_at", terms.effectiveAt())
                .and("url", terms.url())
                .and("sha", terms.sha256());
        return jdbc.atomically(session -> {
            session.insertIfAbsent(PUBLISH, params);
            return session.one(PUBLISHED, params, JdbcConsents::terms)
                    .orElseThrow(() -> new BadgrException("badgr_terms: published just now by another transaction"));
        });
    }

    @Override
    public List<TermsVersion> current(Instant now) {
        return jdbc.once(session -> session.list(CURRENT, Params.with("now", now), JdbcConsents::terms));
    }

    @Override
    public void agree(AccountId account, TermsConsent consent) {
        append(account, ConsentSql.TERMS, ConsentSql.terms(account, consent));
    }

    @Override
    public List<TermsConsent> agreed(AccountId account) {
        return jdbc.once(session -> session.list(AGREED, Params.with("account", account), JdbcConsents::consent));
    }

    @Override
    public void record(AccountId account, MarketingConsent consent) {
        append(account, ConsentSql.MARKETING, ConsentSql.marketing(account, consent));
    }

    @Override
    public List<MarketingConsent> marketing(AccountId account) {
        return jdbc.once(session -> session.list(
                LEDGER,
                Params.with("account", account),
                row -> new MarketingConsent(row.flag("granted"), row.time("decided_at"))));
    }

    /** Two at one moment want the same number: who comes second takes the next one. */
    private void append(AccountId account, Sql insert, Params params) {
        jdbc.atomically(session -> {
            boolean there = AccountLock.holds(session, account);
            if (there && !session.insertIfAbsent(insert, params)) {
                throw new LostRace();
            }
            return there;
        });
    }

    private static TermsVersion terms(Row row) throws SQLException {
        return new TermsVersion(
                row.text("version"),
                row.time("effective_at"),
                URI.create(row.text("url")),
                row.text("sha256"),
                row.locale("locale"));
    }

    private static TermsConsent consent(Row row) throws SQLException {
        return ConsentSql.consent(row, row.optionalText("evidence"));
    }
}
