package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.MergeStore.Merging;
import dev.badgr.port.MergeStore.Outcome;
import dev.badgr.port.MergeStore.Tombstone;
import dev.badgr.port.MergeStore.Wanted;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one account of two, in a transaction that holds the rows of the proof and of both accounts. Whoever changes an address
 * or identity holds its account's row, so what is read after that stays.
 */
record AccountMerge(Wanted wanted) {
    private static final Sql PROOF = Sql.of("""
            select * from badgr_challenge
            where id = :proof and purpose = :purpose and state = 'PROVEN' and account_id = :survivor
                and expires_at > :proven_since
            for update
            """);
    private static final Sql EARLIER =
            Sql.of("select * from badgr_merge where proof = :proof and survivor = :survivor");
    /** Whoever edits a collection holds its row. */
    private static final Sql COLLECTIONS = Sql.of("select id from badgr_collection where owner = :account for update");

    private static final Sql SPEND = Sql.of("update badgr_challenge set state = 'SPENT' where id = :proof");
    private static final Sql BURY = Sql.of("""
            insert into badgr_merge (gone, survivor, proof, epoch_before, epoch_after, merged_at)
            values (:gone, :survivor, :proof, :before, :after, :now)
            """);

    Outcome apply(Session session) throws SQLException {
        Optional<BoundChallenge> proof = session.one(PROOF, params(), ChallengeRows::read);
        Optional<AccountId> gone = proof.flatMap(BoundChallenge::other);
        if (gone.isEmpty()) {
            return session.one(EARLIER, params(), AccountMerge::tombstone)
                    .map(Outcome::before)
                    .orElse(Outcome.not(Merging.PROOF_GONE));
        }
        // The transaction may be another's, so only what was done here is undone.
        Savepoint start = session.connection().setSavepoint();
        Outcome outcome = merge(session, proof.get(), gone.get());
        if (outcome.merging() != Merging.MERGED) {
            session.connection().rollback(start);
        }
        return outcome;
    }

    private Outcome merge(Session session, BoundChallenge proof, AccountId other) throws SQLException {
        lock(session, other);
        Optional<Account> survivor =
                AccountRows.held(session, wanted.survivor()).filter(account -> account.epoch() == wanted.epoch());
        Optional<Account> gone = AccountRows.held(session, other)
                .filter(account -> account.isOpenTo(proof.challenge().recipient()));
        if (survivor.isEmpty()) {
            return Outcome.not(Merging.STALE);
        } else if (gone.isEmpty()) {
            return Outcome.not(Merging.PROOF_GONE);
        }
        Account together = survivor.get().takingIn(gone.get());
        return together.emails().size() > wanted.maxEmails()
                ? Outcome.not(Merging.TOO_MANY_EMAILS)
                : Outcome.merged(store(session, gone.get(), together));
    }

    /** The counts of failures first, as in a sign-in; then the accounts, and what hangs on the one that goes. */
    private void lock(Session session, AccountId other) throws SQLException {
        session.update(JdbcSignIns.FORGIVE, Params.with("account", other));
        AccountSql.lockBoth(session, wanted.survivor(), other);
        session.exists(COLLECTIONS, Params.with("account", other));
    }

    private Tombstone store(Session session, Account gone, Account together) throws SQLException {
        Params params = params().and("gone", gone.id())
                .and("before", wanted.epoch())
                .and("after", together.epoch())
                .and("emails", together.emails().size())
                .and("last_consent", MergeSql.lastConsent(session, together.id()))
                .and("now", wanted.announcement().now());
        session.update(SPEND, params);
        for (Sql move : MergeSql.MOVES) {
            session.update(move, params);
        }
        MergeSql.moveChoices(
                session, gone.id(), together.id(), wanted.announcement().now());
        session.update(BURY, params);
        NoticeRows.announce(session, wanted.announcement(), Stream.of(together));
        AuditRows.write(session, together.id(), wanted.announcement().record());
        return new Tombstone(
                gone.id(),
                together.id(),
                wanted.proof(),
                wanted.epoch(),
                together.epoch(),
                wanted.announcement().now());
    }

    private Params params() {
        return Params.with("proof", wanted.proof())
                .and("purpose", Purpose.MERGE)
                .and("survivor", wanted.survivor())
                .and("proven_since", wanted.provenSince());
    }

    static Tombstone tombstone(Row row) throws SQLException {
        return new Tombstone(
                row.account("gone"),
                row.account("survivor"),
                new ChallengeId(row.uuid("proof")),
                row.bigNumber("epoch_before"),
                row.bigNumber("epoch_after"),
                row.time("merged_at"));
    }
}
