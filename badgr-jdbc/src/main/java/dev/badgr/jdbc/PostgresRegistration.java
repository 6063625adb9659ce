package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.terms.MarketingConsent;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One statement: the proof is used up only if nothing is in the way, and everything else follows from that. Who takes the
 * address or the social account at the same moment breaks a unique key, which undoes the whole statement; run again, it
 * sees who it was. What was in the way is asked by another statement, and only if something was.
 */
final class PostgresRegistration extends Registration {
    @Override
    Creation create(Jdbc jdbc, NewAccount wanted) {
        Params params = params(wanted);
        Sql sql = PostgresRegistrationSql.create(
                !wanted.account().identities().isEmpty(), wanted.marketing().isPresent());
        return jdbc.once(session -> LostRace.ifConstraintBroken(
                s -> s.update(sql, params) == 1 ? Creation.CREATED : obstacle(s, params), session));
    }

    /** With nothing in the way any more, it is done again. */
    private static Creation obstacle(Session session, Params params) throws SQLException {
        return session.one(PostgresRegistrationSql.OBSTACLE, params, row -> row.optionalText("creation"))
                .orElseThrow()
                .map(Creation::valueOf)
                .orElseThrow(LostRace::new);
    }

    private static Params params(NewAccount wanted) {
        Account account = wanted.account();
        Optional<ExternalIdentity> identity = account.identities().stream().findFirst();
        return proof(wanted)
                .and("now", wanted.now())
                .and(AccountSql.account(account))
                .and(AccountSql.email(account, account.primaryEmail()))
                .and("identity", identity.map(IdentityKey::of))
                .and("issuer", identity.map(ExternalIdentity::issuer))
                .and("subject", identity.map(ExternalIdentity::subject))
                .and(ConsentSql.terms(account.id(), wanted.terms()))
                .and("granted", wanted.marketing().map(MarketingConsent::granted))
                .and("decided_at", wanted.marketing().map(MarketingConsent::at))
                .and("way", wanted.marketing().map(MarketingConsent::way))
                .and(AuditRows.params(wanted.record()));
    }
}
