package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.ErasureStore.Erasing;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes an account out of all tables. Whoever writes for an account holds its row or the row of one of its addresses, so
 * these go first: then nobody writes any more, and what was written by then is seen by the statements that follow.
 */
record Erasure(Erasing erasing) {
    private static final Sql CHALLENGES_BY =
            Sql.of("delete from badgr_challenge where account_id = :account or other_account_id = :account");
    private static final Sql CHALLENGES_TO = Sql.of("delete from badgr_challenge where recipient_key = :recipient");
    private static final Sql ACCOUNT = Sql.of("delete from badgr_account where id = :account and epoch = :epoch");
    private static final Sql KEEP_CONSENTS = Sql.of("""
            insert into badgr_former_consent (receipt, seq, version, sha256, agreed_at, locale, way_in, erased_at)
            select :receipt, seq, version, sha256, agreed_at, locale, way_in, :now
            from badgr_terms_consent where account_id = :account
            """);
    private static final List<Sql> REST = Stream.of(
                    "delete from badgr_verified_email where account_id = :account",
                    "delete from badgr_linked_identity where account_id = :account",
                    "delete from badgr_terms_consent where account_id = :account",
                    "delete from badgr_marketing_consent where account_id = :account",
                    "delete from badgr_address_move where from_account = :account or to_account = :account",
                    "delete from badgr_merge where survivor = :account",
                    "delete from badgr_share_link where owner = :account",
                    "delete from badgr_collection where owner = :account",
                    "delete from badgr_collection_entry where owner = :account",
                    "delete from badgr_audit where account_id = :account",
                    "delete from badgr_sign_in_count where subject = :account")
            .map(Sql::of)
            .toList();
    private static final Sql BUCKET = Sql.of("delete from badgr_send_log where bucket = :bucket");
    private static final Sql MOVES_OF = Sql.of("delete from badgr_address_move where recipient_key = :recipient");
    private static final Sql NOTICES = Sql.of("delete from badgr_notice where recipient_key = :recipient");

    /** Back to the savepoint if the account is not as it was: the transaction may be another's. */
    boolean apply(Session session) throws SQLException {
        Savepoint start = session.dialect().savepoint(session);
        // Before the account, as where a code is judged that changes one: else the two would wait for each other.
        forgetChallenges(session);
        Params params = account();
        if (session.update(ACCOUNT, params) == 0) {
            session.connection().rollback(start);
            return false;
        }
        session.update(KEEP_CONSENTS, params);
        for (Sql statement : REST) {
            session.update(statement, params);
        }
        session.updateAll(JdbcMailboxes.FORGET, recipients());
        session.updateAll(MOVES_OF, recipients());
        for (Sql statement : JdbcImports.FORGET) {
            session.updateAll(statement, recipients());
        }
        session.updateAll(JdbcMailboxes.FORGET_ADDRESS, recipients());
        // Those that were issued before the account was gone.
        forgetChallenges(session);
        session.updateAll(
                BUCKET,
                erasing.buckets().stream()
                        .map(bucket -> Params.with("bucket", bucket))
                        .toList());
        tell(session);
        return true;
    }

    private void forgetChallenges(Session session) throws SQLException {
        session.update(CHALLENGES_BY, account());
        session.updateAll(CHALLENGES_TO, recipients());
    }

    /** What the addresses wait to be told goes; the last notice comes in its place. */
    private void tell(Session session) throws SQLException {
        Unannounced.forget(session, mailboxes());
        session.updateAll(NOTICES, recipients());
        NoticeRows.announce(session, erasing.announcement(), Stream.of(erasing.account()));
    }

    private Params account() {
        Account account = erasing.account();
        return Params.with("account", account.id())
                .and("epoch", account.epoch())
                .and("receipt", erasing.receipt())
                .and("now", erasing.announcement().now());
    }

    /** In one order, so that two who wait for each other's rows are rare. */
    private List<Params> recipients() {
        return mailboxes().stream()
                .map(recipient -> Params.with("recipient", recipient))
                .toList();
    }

    private List<RecipientKey> mailboxes() {
        return erasing.account().emails().stream()
                .map(VerifiedEmail::recipient)
                .sorted(Comparator.comparing(RecipientKey::value))
                .toList();
    }
}
