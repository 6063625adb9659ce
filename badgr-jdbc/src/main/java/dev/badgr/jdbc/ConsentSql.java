package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How consents are written, and the ledger of e-mail updates read. */
final class ConsentSql {
    /** The version of the Terms that became effective last. */
    static final String CURRENT_VERSION_TEXT =
            "select version from badgr_terms where effective_at <= :now order by effective_at desc, version desc limit 1";

    static final Sql CURRENT_VERSION = Sql.of(CURRENT_VERSION_TEXT);

    /** The next of the account's consents, for whoever holds the account's row. */
    static final Sql TERMS = Sql.of("""
            insert into badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in, evidence)
            select :account, coalesce(max(seq), 0) + 1, :version, :sha, :agreed_at, :locale, :way_in, :evidence
            from badgr_terms_consent where account_id = :account
            """);
    /** The next entry of the account's ledger; as above. */
    static final Sql MARKETING = Sql.of("""
            insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way)
            select :account, coalesce(max(seq), 0) + 1, :granted, :decided_at, :way
            from badgr_marketing_consent where account_id = :account
            """);

    /** The ledger of e-mail updates, newest first. */
    static final Sql LEDGER =
            Sql.of("select * from badgr_marketing_consent where account_id = :account order by seq desc");

    private ConsentSql() {}

    /** The ledger of e-mail updates, newest first. */
    static List<MarketingConsent> ledger(Session session, AccountId account) throws SQLException {
        return session.list(
                LEDGER,
                Params.with("account", account),
                row -> new MarketingConsent(
                        row.flag("granted"), row.time("decided_at"), row.oneOf(MarketingConsent.Way.class, "way")));
    }

    static Params terms(AccountId account, TermsConsent consent) {
        return Params.with("account", account)
                .and("version", consent.version())
                .and("sha", consent.sha256())
                .and("agreed_at", consent.agreedAt())
                .and("locale", consent.locale())
                .and("way_in", consent.wayIn())
                .and("evidence", consent.evidence());
    }

    static TermsConsent consent(Row row, Optional<String> evidence) throws SQLException {
        return new TermsConsent(
                row.text("version"),
                row.text("sha256"),
                row.time("agreed_at"),
                row.locale("locale"),
                row.oneOf(TermsConsent.WayIn.class, "way_in"),
                evidence);
    }

    static Params marketing(AccountId account, MarketingConsent consent) {
        return Params.with("account", account)
                .and("granted", consent.granted())
                .and("decided_at", consent.at())
                .and("way", consent.way());
    }
}
