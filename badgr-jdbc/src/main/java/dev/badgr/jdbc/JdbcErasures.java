package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.ErasureStore;
import dev.badgr.terms.TermsConsent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Erasures, table by table; the consents that are kept have a table of their own. */
record JdbcErasures(Jdbc jdbc) implements ErasureStore {
    private static final Sql HOLDINGS = Sql.of("""
            select
                (select count(*) from badgr_verified_email e join badgr_award a on a.recipient_key = e.recipient_key
                    where e.account_id = :account and not a.%s) as awards,
                (select count(*) from badgr_verified_email e join badgr_import i on i.recipient_key = e.recipient_key
                    where e.account_id = :account) as imports,
                (select count(*) from badgr_share_link where owner = :account) as share_links,
                (select count(*) from badgr_collection where owner = :account) as collections,
                (select count(*) from badgr_terms_consent where account_id = :account) as terms_consents,
                (select count(*) from badgr_marketing_consent where account_id = :account) as marketing_choices,
                (select count(*) from badgr_challenge where account_id = :account)
                    + (select count(*) from badgr_challenge c
                        where c.recipient_key in (
                            select e.recipient_key from badgr_verified_email e where e.account_id = :account)
                        and (c.account_id is null or c.account_id <> :account))
                    as challenges,
                (select count(*) from badgr_verified_email e join badgr_notice n on n.recipient_key = e.recipient_key
                    where e.account_id = :account) as notices,
                (select count(*) from badgr_audit where account_id = :account) as records
            """.formatted(AwardRows.FROM_ELSEWHERE));
    private static final Sql FORMER =
            Sql.of("select * from badgr_former_consent where receipt = :receipt order by agreed_at desc, seq desc");

    @Override
    public Holdings holdings(AccountId account) {
        Params params = Params.with("account", account);
        return jdbc.once(
                session -> session.one(HOLDINGS, params, JdbcErasures::holdings).orElseThrow());
    }

    @Override
    public boolean erase(Erasing erasing) {
        return jdbc.atomically(new Erasure(erasing)::apply);
    }

    @Override
    public List<TermsConsent> formerConsents(UUID receipt) {
        return jdbc.once(session -> session.list(FORMER, Params.with("receipt", receipt), JdbcErasures::former));
    }

    private static TermsConsent former(Row row) throws SQLException {
        return ConsentSql.consent(row, Optional.empty());
    }

    private static Holdings holdings(Row row) throws SQLException {
        return new Holdings(
                row.bigNumber("awards"),
                row.bigNumber("imports"),
                row.bigNumber("share_links"),
                row.bigNumber("collections"),
                row.bigNumber("terms_consents"),
                row.bigNumber("marketing_choices"),
                row.bigNumber("challenges"),
                row.bigNumber("notices"),
                row.bigNumber("records"));
    }
}
