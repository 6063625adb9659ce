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
 * sees who it was.
 */
final class PostgresRegistration extends Registration {
    private static final Sql CREATE = Sql.of("""
            with current_terms as materialized (
                select version from badgr_terms where effective_at <= :now
                order by effective_at desc, version desc limit 1
            ), email_taken as materialized (
                select 1 from badgr_verified_email where recipient_key = :recipient
            ), identity_taken as materialized (
                select 1 from badgr_linked_identity where identity_key = :identity
            ), proof as materialized (
                select id from badgr_challenge
                where id = :proof and purpose = :purpose and state = 'PROVEN' and recipient_key = :recipient
                    and expires_at > :proven_since
            ), spent as (
                update badgr_challenge set state = 'SPENT'
                where id = :proof and purpose = :purpose and state = 'PROVEN' and recipient_key = :recipient
                    and expires_at > :proven_since
                    and :version = (select version from current_terms)
                    and not exists (select 1 from email_taken)
                    and not exists (select 1 from identity_taken)
                returning id
            ), account as (
                insert into badgr_account (id, first_name, last_name, password_hash, primary_recipient, email_count,
                    language, zone, epoch, created_at)
                select :account, :first_name, :last_name, :password, :primary, :emails, :language, :zone,
                    :epoch, :created_at from spent
            ), email as (
                insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
                select :recipient, :account, :address, :verified_at, :epoch from spent
            ), identity as (
                insert into badgr_linked_identity (identity_key, account_id, issuer, subject, since_epoch)
                select :identity, :account, :issuer, :subject, :epoch from spent
                where cast(:identity as varchar) is not null
            ), terms as (
                insert into badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in, evidence)
                select :account, 1, :version, :sha, :agreed_at, :locale, :way_in, :evidence from spent
            ), marketing as (
                insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way)
                select :account, 1, cast(:granted as boolean), cast(:decided_at as timestamptz), :way from spent
                where cast(:granted as boolean) is not null
            ), kept as (
                %s spent
            )
            select exists (select 1 from spent) as created,
                exists (select 1 from proof) as proven,
                coalesce(:version = (select version from current_terms), false) as current,
                exists (select 1 from email_taken) as email_taken,
                exists (select 1 from identity_taken) as identity_taken
            """.formatted(AuditRows.INSERT_FROM));

    @Override
    Creation create(Jdbc jdbc, NewAccount wanted) {
        Params params = params(wanted);
        return jdbc.once(session -> LostRace.ifConstraintBroken(
                s -> s.one(CREATE, params, PostgresRegistration::creation).orElseThrow(), session));
    }

    private static Creation creation(Row row) throws SQLException {
        if (row.flag("created")) {
            return Creation.CREATED;
        } else if (!row.flag("proven")) {
            return Creation.PROOF_GONE;
        } else if (!row.flag("current")) {
            return Creation.TERMS_CHANGED;
        } else if (row.flag("email_taken")) {
            return Creation.EMAIL_TAKEN;
        }
        // With nothing in the way, somebody else has used the proof up since the statement began.
        return row.flag("identity_taken") ? Creation.IDENTITY_TAKEN : Creation.PROOF_GONE;
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
