package dev.badgr.jdbc.bench;

import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing up by SQL of one's own: the proof used up; the account, its address, its consent and the audit record written. */
final class SignUpPeers {
    private static final String SPEND = """
            update %s.badgr_challenge set state = 'SPENT'
            where id = ? and purpose = 'SIGN_UP' and state = 'PROVEN' and recipient_key = ? and expires_at > ?
                and ? = (select version from public.badgr_terms where effective_at <= ?
                    order by effective_at desc, version desc limit 1)""";
    private static final String ACCOUNT = """
            insert into %s.badgr_account (id, first_name, last_name, password_hash, primary_recipient, email_count,
                language, zone, epoch, created_at)
            """;
    private static final String EMAIL =
            "insert into %s.badgr_verified_email (recipient_key, account_id, address, verified_at, since_epoch) ";
    private static final String CONSENT = """
            insert into %s.badgr_terms_consent (account_id, seq, version, sha256, agreed_at, locale, way_in)
            """;
    private static final String AUDIT =
            "insert into %s.badgr_audit (account_id, happened_at, id, event, client, detail) ";

    private SignUpPeers() {}

    /** All in one statement: nobody can do less. */
    static Variant oneStatement(Lab lab, String schema) {
        String sql = """
                with spent as (
                    %s returning 1
                ), account as (
                    %s select ?, ?, ?, ?, ?, 1, ?, ?, 0, ? from spent
                ), email as (
                    %s select ?, ?, ?, ?, 0 from spent
                ), consent as (
                    %s select ?, 1, ?, ?, ?, 'en', 'EMAIL' from spent
                )
                %s select ?, ?, ?, 'ACCOUNT_CREATED', ?, ? from spent
                """.formatted(SPEND, ACCOUNT, EMAIL, CONSENT, AUDIT).replace("%s", schema);
        Hand hand = new Hand(lab.pool());
        return lab.newcomers("one statement", schema, "PROVEN", n -> hand.update(sql, values(n)));
    }

    private static Object[] values(Newcomer n) {
        return new Object[] {
            n.proof(),
            n.recipient(),
            Newcomer.PROVEN_SINCE,
            Newcomer.TERMS,
            Newcomer.NOW,
            n.id(),
            n.firstName(),
            n.lastName(),
            n.password(),
            n.recipient(),
            n.language(),
            n.zone(),
            Newcomer.NOW,
            n.recipient(),
            n.id(),
            n.address(),
            Newcomer.NOW,
            n.id(),
            Newcomer.TERMS,
            Newcomer.TERMS_HASH,
            Newcomer.NOW,
            n.id(),
            Newcomer.NOW,
            n.record().id(),
            n.client(),
            n.record().detail()
        };
    }

    /** One statement after the other, each with its own round trip, and a commit. */
    static Variant fourInserts(Lab lab, String schema) {
        Hand hand = new Hand(lab.pool());
        Statements sql = new Statements(schema);
        return lab.newcomers(
                "four inserts",
                schema,
                "PROVEN",
                n -> hand.inTransaction(c -> sql.all(n, (text, values) -> Hand.update(c, text, values))));
    }

    /** The same with Spring. */
    static Variant spring(Lab lab, String schema) {
        Statements sql = new Statements(schema);
        JdbcTemplate jdbc = new JdbcTemplate(lab.pool());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(lab.pool()));
        return lab.newcomers(
                "JdbcTemplate",
                schema,
                "PROVEN",
                n -> transaction.executeWithoutResult(status -> {
                    try {
                        sql.all(n, (text, values) -> {
                            if (jdbc.update(text, values) != 1) {
                                throw new IllegalStateException("changed nothing: " + text);
                            }
                        });
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    @FunctionalInterface
    private interface Update {
        void run(String sql, Object... values) throws SQLException;
    }

    private record Statements(String spend, String account, String email, String consent, String audit) {
        Statements(String schema) {
            this(
                    SPEND.formatted(schema),
                    ACCOUNT.formatted(schema) + "values (?, ?, ?, ?, ?, 1, ?, ?, 0, ?)",
                    EMAIL.formatted(schema) + "values (?, ?, ?, ?, 0)",
                    CONSENT.formatted(schema) + "values (?, 1, ?, ?, ?, 'en', 'EMAIL')",
                    AUDIT.formatted(schema) + "values (?, ?, ?, 'ACCOUNT_CREATED', ?, ?)");
        }

        void all(Newcomer n, Update update) throws SQLException {
            update.run(spend, n.proof(), n.recipient(), Newcomer.PROVEN_SINCE, Newcomer.TERMS, Newcomer.NOW);
            update.run(
                    account,
                    n.id(),
                    n.firstName(),
                    n.lastName(),
                    n.password(),
                    n.recipient(),
                    n.language(),
                    n.zone(),
                    Newcomer.NOW);
            update.run(email, n.recipient(), n.id(), n.address(), Newcomer.NOW);
            update.run(consent, n.id(), Newcomer.TERMS, Newcomer.TERMS_HASH, Newcomer.NOW);
            update.run(
                    audit,
                    n.id(),
                    Newcomer.NOW,
                    n.record().id(),
                    n.client(),
                    n.record().detail());
        }
    }
}
