package dev.badgr.jdbc;

import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.Guess;
import java.sql.SQLException;
import java.util.Optional;

/** Gives a proven address to its account, in a transaction that holds the account's row. */
final class EmailAddition {
    private static final Sql LOCK = Sql.of("select email_count, epoch from badgr_account where id = :account for update");
    private static final Sql TAKEN =
            Sql.of("select account_id from badgr_verified_email where recipient_key = :recipient");
    private static final Sql RAISE = Sql.of(
            "update badgr_account set email_count = email_count + 1, epoch = epoch + 1 where id = :account");

    /** What the account's row says. */
    private record Room(int emails, long epoch) {}

    private EmailAddition() {}

    static EmailProof add(Session session, Guess guess, BoundChallenge proven, int maxEmails) throws SQLException {
        Params params = Params.with("account", guess.account())
                .and("recipient", proven.challenge().recipient())
                .and("address", proven.challenge().address())
                .and("verified_at", guess.now());
        Optional<Room> room =
                session.one(LOCK, params, row -> new Room(row.number("email_count"), row.bigNumber("epoch")));
        if (room.isEmpty()) {
            return EmailProof.NO_ACCOUNT;
        } else if (session.exists(TAKEN, params)) {
            return EmailProof.TAKEN;
        } else if (room.get().emails() >= maxEmails) {
            return EmailProof.TOO_MANY;
        }
        params.and("epoch", room.get().epoch() + 1);
        if (!session.insertIfAbsent(AccountSql.EMAIL, params)) {
            return EmailProof.TAKEN;
        }
        session.update(RAISE, params);
        return EmailProof.ADDED;
    }
}
