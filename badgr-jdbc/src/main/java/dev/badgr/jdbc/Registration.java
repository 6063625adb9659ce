package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.Purpose;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.terms.MarketingConsent;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** Makes an account of a proof, in a transaction that holds the proof's row. */
class Registration {
    private static final Sql PROOF = Sql.of("""
            select id from badgr_challenge
            where id = :proof and purpose = :purpose and state = 'PROVEN' and recipient_key = :recipient
                and expires_at > :proven_since
            for update
            """);
    private static final Sql SPEND = Sql.of("update badgr_challenge set state = 'SPENT' where id = :proof");

    Creation create(Jdbc jdbc, NewAccount wanted) {
        return jdbc.atomically(session -> create(session, wanted));
    }

    static Params proof(NewAccount wanted) {
        return Params.with("proof", wanted.proof())
                .and("purpose", Purpose.SIGN_UP)
                .and("recipient", wanted.account().primary())
                .and("proven_since", wanted.provenSince());
    }

    private static Creation create(Session session, NewAccount wanted) throws SQLException {
        if (!session.exists(PROOF, proof(wanted))) {
            return Creation.PROOF_GONE;
        }
        Optional<String> current =
                session.one(ConsentSql.CURRENT_VERSION, Params.with("now", wanted.now()), row -> row.text("version"));
        if (!current.equals(Optional.of(wanted.terms().version()))) {
            return Creation.TERMS_CHANGED;
        }
        // The transaction may be another's, so only what was done here is undone.
        Savepoint start = session.connection().setSavepoint();
        Creation creation = claim(session, wanted.account());
        if (creation == Creation.CREATED) {
            store(session, wanted);
        } else {
            session.connection().rollback(start);
        }
        return creation;
    }

    /** What others may have: first, as it decides. */
    private static Creation claim(Session session, Account account) throws SQLException {
        if (!session.insertIfAbsent(AccountSql.EMAIL, AccountSql.email(account, account.primaryEmail()))) {
            return Creation.EMAIL_TAKEN;
        }
        for (ExternalIdentity identity : account.identities()) {
            if (!session.insertIfAbsent(AccountSql.IDENTITY, AccountSql.identity(account, identity))) {
                return Creation.IDENTITY_TAKEN;
            }
        }
        return Creation.CREATED;
    }

    private static void store(Session session, NewAccount wanted) throws SQLException {
        Account account = wanted.account();
        session.update(AccountSql.ACCOUNT, AccountSql.account(account));
        session.update(ConsentSql.TERMS, ConsentSql.terms(account.id(), wanted.terms()));
        for (MarketingConsent choice : wanted.marketing().stream().toList()) {
            session.update(ConsentSql.MARKETING, ConsentSql.marketing(account.id(), choice));
        }
        session.update(SPEND, Params.with("proof", wanted.proof()));
        AuditRows.write(session, account.id(), wanted.record());
    }
}
