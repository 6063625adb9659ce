package dev.badgr.jdbc;

import dev.badgr.email.Challenge;
import dev.badgr.email.CodeRules;
import dev.badgr.port.Announcement;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.Guess;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;

/** A guess by an account that wants the address. */
record EmailGuess(Guess guess, long epoch, CodeRules rules, int maxEmails, Announcement announcement) {
    private static final Sql LOCK =
            Sql.of("select email_count from badgr_account where id = :account and epoch = :before for update");
    private static final Sql TAKEN =
            Sql.of("select account_id from badgr_verified_email where recipient_key = :recipient");
    private static final Sql RAISE =
            Sql.of("update badgr_account set email_count = email_count + 1, epoch = epoch + 1 where id = :account");
    private static final Sql ADDRESSES =
            Sql.of("select recipient_key, address from badgr_verified_email where account_id = :account");

    /** Gives the proven address to the account, in a transaction that holds the account's row. */
    EmailProof add(Session session, Challenge proven) throws SQLException {
        Params params = Params.with("account", guess.account())
                .and("before", epoch)
                .and("epoch", epoch + 1)
                .and("recipient", proven.recipient())
                .and("address", proven.address())
                .and("verified_at", guess.now());
        List<Integer> emails = session.list(LOCK, params, row -> row.number("email_count"));
        if (emails.isEmpty()) {
            return EmailProof.ACCOUNT_CHANGED;
        } else if (session.exists(TAKEN, params)) {
            return EmailProof.TAKEN;
        } else if (emails.get(0) >= maxEmails) {
            return EmailProof.TOO_MANY;
        } else if (!session.insertIfAbsent(AccountSql.EMAIL, params)) {
            return EmailProof.TAKEN;
        }
        session.update(RAISE, params);
        NoticeRows.write(session, session.list(ADDRESSES, params, this::notice));
        AuditRows.write(session, guess.account().orElseThrow(), announcement.record());
        return EmailProof.ADDED;
    }

    private Notice notice(Row row) throws SQLException {
        return announcement.to(row.recipient("recipient_key"), row.address("address"));
    }
}
