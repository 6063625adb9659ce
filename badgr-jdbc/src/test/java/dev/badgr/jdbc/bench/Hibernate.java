package dev.badgr.jdbc.bench;

import dev.badgr.award.Award;
import dev.badgr.jdbc.bench.Rows.AccountRow;
import dev.badgr.jdbc.bench.Rows.AuditRow;
import dev.badgr.jdbc.bench.Rows.AwardKey;
import dev.badgr.jdbc.bench.Rows.AwardRow;
import dev.badgr.jdbc.bench.Rows.ChallengeRow;
import dev.badgr.jdbc.bench.Rows.ConsentRow;
import dev.badgr.jdbc.bench.Rows.EmailRow;
import dev.badgr.jdbc.bench.Rows.NoticeRow;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/** The same work by Hibernate as its guide does it: a session and a transaction, entities found and persisted. */
record Hibernate(SessionFactory factory) implements AutoCloseable {
    private static final int THOUSAND = 1000;

    static Hibernate on(DataSource pool, String schema) {
        Configuration configuration = new Configuration()
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty(MappingSettings.DEFAULT_SCHEMA, schema)
                .setProperty("hibernate.jdbc.batch_size", Integer.toString(THOUSAND))
                .setProperty("hibernate.order_inserts", "true");
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        for (Class<?> entity : Rows.class.getDeclaredClasses()) {
            configuration.addAnnotatedClass(entity);
        }
        return new Hibernate(configuration.buildSessionFactory());
    }

    void signUp(Newcomer n) {
        factory.inTransaction(session -> {
            ChallengeRow challenge = session.find(ChallengeRow.class, n.proof(), LockMode.PESSIMISTIC_WRITE);
            if (!challenge.state.equals("PROVEN") || challenge.expiresAt.isBefore(Newcomer.PROVEN_SINCE)) {
                throw new IllegalStateException("not proven");
            }
            if (!currentTerms(session).equals(Newcomer.TERMS)) {
                throw new IllegalStateException("not the current Terms");
            }
            challenge.state = "SPENT";
            session.persist(account(n));
            session.persist(email(n));
            session.persist(consent(n));
            session.persist(audit(n));
        });
    }

    private static String currentTerms(Session session) {
        return session.createSelectionQuery(
                        "select version from Terms where effectiveAt <= :now order by effectiveAt desc, version desc",
                        String.class)
                .setParameter("now", Newcomer.NOW)
                .setMaxResults(1)
                .getSingleResult();
    }

    void confirm(Newcomer n) {
        factory.inTransaction(session -> {
            ChallengeRow challenge = session.find(ChallengeRow.class, n.proof(), LockMode.PESSIMISTIC_WRITE);
            if (!challenge.state.equals("OPEN")
                    || challenge.attempts >= 5
                    || challenge.expiresAt.isBefore(Newcomer.NOW)) {
                throw new IllegalStateException("not open");
            }
            challenge.attempts++;
            if (challenge.codeHash.equals(n.codeHash())) {
                challenge.state = "PROVEN";
            }
        });
    }

    void award(Award award) {
        factory.inTransaction(session -> {
            if (session.find(AwardRow.class, key(award)) == null) {
                session.persist(row(award));
                session.persist(notice(award));
            }
        });
    }

    /** As with one, so with a thousand: those that are there are found at once, and the others stored. */
    void bulk(List<Award> awards) {
        inThousands(awards, (session, some) -> {
            List<AwardKey> keys = some.stream().map(Hibernate::key).toList();
            List<AwardRow> there = session.findMultiple(AwardRow.class, keys);
            for (int i = 0; i < there.size(); i++) {
                if (there.get(i) == null) {
                    session.persist(row(some.get(i)));
                }
            }
        });
    }

    /** The same without a look at what is there. */
    void batches(List<Award> awards) {
        inThousands(awards, (session, some) -> some.forEach(award -> session.persist(row(award))));
    }

    /** Each thousand is flushed and let go: memory stays constant. */
    private void inThousands(List<Award> awards, BiConsumer<Session, List<Award>> work) {
        factory.inTransaction(session -> {
            for (int from = 0; from < awards.size(); from += THOUSAND) {
                work.accept(session, awards.subList(from, Math.min(awards.size(), from + THOUSAND)));
                letGo(session);
            }
        });
    }

    private static void letGo(Session session) {
        session.flush();
        session.clear();
    }

    private static AccountRow account(Newcomer n) {
        AccountRow row = new AccountRow();
        row.id = n.id();
        row.firstName = n.firstName();
        row.lastName = n.lastName();
        row.passwordHash = n.password();
        row.primaryRecipient = n.recipient();
        row.emailCount = 1;
        row.language = n.language();
        row.zone = n.zone();
        row.createdAt = Newcomer.NOW;
        return row;
    }

    private static EmailRow email(Newcomer n) {
        EmailRow row = new EmailRow();
        row.recipientKey = n.recipient();
        row.accountId = n.id();
        row.address = n.address();
        row.verifiedAt = Newcomer.NOW;
        return row;
    }

    private static ConsentRow consent(Newcomer n) {
        ConsentRow row = new ConsentRow();
        row.accountId = n.id();
        row.seq = 1;
        row.version = Newcomer.TERMS;
        row.sha256 = Newcomer.TERMS_HASH;
        row.agreedAt = Newcomer.NOW;
        row.locale = "en";
        row.wayIn = "EMAIL";
        return row;
    }

    private static AuditRow audit(Newcomer n) {
        AuditRow row = new AuditRow();
        row.accountId = n.id();
        row.happenedAt = Newcomer.NOW;
        row.id = n.record().id();
        row.event = "ACCOUNT_CREATED";
        row.client = n.client();
        row.detail = n.record().detail();
        return row;
    }

    private static AwardKey key(Award award) {
        return new AwardKey(Granted.recipient(award), award.id().sequence());
    }

    private static AwardRow row(Award award) {
        AwardRow row = new AwardRow();
        row.recipientKey = Granted.recipient(award);
        row.sequence = award.id().sequence();
        row.issuer = award.badge().issuer().value();
        row.badge = award.badge().name();
        row.address = award.address().text();
        row.issuedOn = Granted.issuedOn(award);
        row.externalKey = award.externalKey().orElseThrow();
        row.state = "SHOWN";
        return row;
    }

    private static NoticeRow notice(Award award) {
        NoticeRow row = new NoticeRow();
        row.recipientKey = Granted.recipient(award);
        row.id = award.id().sequence();
        row.kind = "AWARDED";
        row.address = award.address().text();
        row.awardRecipient = Granted.recipient(award);
        row.awardSequence = award.id().sequence();
        row.detail = "";
        row.locale = "en";
        row.createdAt = Newcomer.NOW;
        row.nextAttemptAt = Newcomer.NOW;
        return row;
    }

    @Override
    public void close() {
        factory.close();
    }
}
