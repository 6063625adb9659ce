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
        append(ConsentSql.TERMS, ConsentSql.terms(account, consent));
    }

    @Override
    public List<TermsConsent> agreed(AccountId account) {
        return jdbc.once(session -> session.list(AGREED, Params.with("account", account), JdbcConsents::consent));
    }

    @Override
    public void record(AccountId account, MarketingConsent consent) {
        append(ConsentSql.MARKETING, ConsentSql.marketing(account, consent));
    }

    @Override
    public List<MarketingConsent> marketing(AccountId account) {
        return jdbc.once(session -> ConsentSql.ledger(session, account));
    }

    /** Two at one moment want the same number: who comes second takes the next one. */
    private void append(Sql insert, Params params) {
        jdbc.once(session -> {
            if (!session.insertIfAbsent(insert, params)) {
                throw new LostRace();
            }
            return true;
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
        return new TermsConsent(
                row.text("version"),
                row.text("sha256"),
                row.time("agreed_at"),
                row.locale("locale"),
                row.oneOf(TermsConsent.WayIn.class, "way_in"),
                row.optionalText("evidence"));
    }
}
