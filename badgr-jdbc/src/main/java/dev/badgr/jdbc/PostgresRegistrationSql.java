package dev.badgr.jdbc;

import java.util.List;

/** The statements of {@link PostgresRegistration}. The database prepares also what will not be done, so each has only what it needs. */
final class PostgresRegistrationSql {
    private static final String IS_PROOF = """
            where id = :proof and purpose = :purpose and state = 'PROVEN' and recipient_key = :recipient
                and expires_at > :proven_since""";
    private static final String EMAIL_TAKEN = "select 1 from badgr_verified_email where recipient_key = :recipient";
    private static final String IDENTITY_TAKEN = "select 1 from badgr_linked_identity where identity_key = :identity";

    private static final String IDENTITY = """
            , identity as (
                insert into badgr_linked_identity (identity_key, account_id, issuer, subject, since_epoch)
                select :identity, :account, :issuer, :subject, :epoch from spent
            )""";
    private static final String CHOICE = """
            , choice as (
                insert into badgr_marketing_consent (account_id, seq, granted, decided_at, way)
                select :account, 1, :granted, :decided_at, :way from spent
            )""";

    /** Without and with a social account; of each, without and with a choice about e-mail updates. */
    private static final List<List<Sql>> CREATE =
            List.of(List.of(sql(false, false), sql(false, true)), List.of(sql(true, false), sql(true, true)));

    /** What is in the way of a creation. */
    static final Sql OBSTACLE =
            Sql.of("""
            with proof as materialized (
                select 1 from badgr_challenge %s
            ), current_terms as materialized (
                %s
            ), email_taken as materialized (
                %s
            ), identity_taken as materialized (
                %s
            )
            select case
                when not exists (select 1 from proof) then 'PROOF_GONE'
                when coalesce(:version <> (select version from current_terms), true) then 'TERMS_CHANGED'
                when exists (select 1 from email_taken) then 'EMAIL_TAKEN'
                when exists (select 1 from identity_taken) then 'IDENTITY_TAKEN'
                end as creation
            """.formatted(IS_PROOF, ConsentSql.CURRENT_VERSION_TEXT, EMAIL_TAKEN, IDENTITY_TAKEN));

    private PostgresRegistrationSql() {}

    /**
     * What there has to be, by whether there is a social account to link and a choice to keep. It says no more than whether it did:
     * the database prepares all that a statement may have to say, and nearly always there is nothing.
     */
    static Sql create(boolean social, boolean choice) {
        return CREATE.get(social ? 1 : 0).get(choice ? 1 : 0);
    }

    private static Sql sql(boolean social, boolean choice) {
        return Sql.of("""
                with current_terms as materialized (
                    %s
                ), email_taken as materialized (
                    %s
                )%s, spent as (
                    update badgr_challenge set state = 'SPENT' %s
                        and :version = (select version from current_terms)
                        and not exists (select 1 from email_taken)%s
                    returning id
                ), account as (
                    insert into badgr_account (id, first_name, last_name, password_hash, primary_recipient, email_count,
                        language, zone, epoch, created_at)
                    select :account, :first_name, :last_name, :password, :primary, :emails, :language, :zone,
                        :epoch, :created_at from spent
                ), email as (
                    insert into badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch)
                    select :recipient, :account, :address, :verified_at, :epoch from spent
                ), terms as (
                    insert into badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in, evidence)
                    select :account, 1, :version, :sha, :agreed_at, :locale, :way_in, :evidence from spent
                )%s%s
                %s spent
                """.formatted(
                        ConsentSql.CURRENT_VERSION_TEXT,
                        EMAIL_TAKEN,
                        social ? ", identity_taken as materialized (%s)".formatted(IDENTITY_TAKEN) : "",
                        IS_PROOF,
                        social ? " and not exists (select 1 from identity_taken)" : "",
                        social ? IDENTITY : "",
                        choice ? CHOICE : "",
                        AuditRows.INSERT_FROM));
    }
}
