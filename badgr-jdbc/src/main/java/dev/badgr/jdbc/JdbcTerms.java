package dev.badgr.jdbc;

import dev.badgr.port.TermsStore;
import dev.badgr.terms.TermsVersion;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of the Terms in a table. */
record JdbcTerms(Jdbc jdbc) implements TermsStore {
    private static final Sql PUBLISH = Sql.of("""
            insert into badgr_terms (version, locale, effective_at, url, sha256)
            values (:version, :locale, :effective_at, :url, :sha)
            """);
    private static final Sql TEXT = Sql.of("select * from badgr_terms where version = :version and locale = :locale");
    private static final Sql CURRENT = Sql.of("select * from badgr_terms where version = (%s) order by locale"
            .formatted(ConsentSql.CURRENT_VERSION_TEXT));

    @Override
    public TermsVersion publish(TermsVersion terms) {
        Params params = Params.with("version", terms.version())
                .and("locale", terms.locale())
                .and("effective_at", terms.effectiveAt())
                .and("url", terms.url())
                .and("sha", terms.sha256());
        return jdbc.atomically(session -> {
            session.ensure(PUBLISH, params);
            return session.one(TEXT, params, JdbcTerms::terms).orElseThrow(LostRace::new);
        });
    }

    @Override
    public List<TermsVersion> current(Instant now) {
        return jdbc.once(session -> session.list(CURRENT, Params.with("now", now), JdbcTerms::terms));
    }

    @Override
    public Optional<TermsVersion> text(String version, Locale locale) {
        Params params = Params.with("version", version).and("locale", locale);
        return jdbc.once(session -> session.one(TEXT, params, JdbcTerms::terms));
    }

    private static TermsVersion terms(Row row) throws SQLException {
        return new TermsVersion(
                row.text("version"),
                row.time("effective_at"),
                URI.create(row.text("url")),
                row.text("sha256"),
                row.locale("locale"));
    }
}
