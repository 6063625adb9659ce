package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Announcement;
import dev.badgr.port.MoveStore.Asking;
import dev.badgr.port.MoveStore.Telling;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A move, and its accounts as they are while their rows are held: so nothing comes in between what is seen and what is done.
 *
 * @param giver empty if there is none any more
 * @param taker empty if there is none any more
 */
record Moving(Session session, AddressMove move, Optional<Account> giver, Optional<Account> taker) {
    private static final Sql REPLACE = Sql.of("""
            update badgr_address_move
            set id = :id, address = :address, from_account = :from, to_account = :to, asked_at = :asked_at, due_at = :due_at,
                state = :state, lapse = :lapse
            where recipient_key = :recipient and (state <> 'PENDING' or from_account <> :from)
            """);
    private static final Sql HAND_OVER = Sql.of("""
            update badgr_verified_email
            set account_id = :account, address = :address, verified_at = :verified_at, since_epoch = :epoch
            where recipient_key = :recipient
            """);
    private static final Sql END = Sql.of("""
            update badgr_address_move set state = :state, lapse = :lapse
            where recipient_key = :recipient and id = :id and state = 'PENDING'
            """);

    static Moving hold(Session session, AddressMove move) throws SQLException {
        AccountSql.lockBoth(session, move.from(), move.to());
        return new Moving(session, move, AccountRows.held(session, move.from()), AccountRows.held(session, move.to()));
    }

    Asking ask(Account by, int maxEmails, Announcement announcement) throws SQLException {
        if (!isCurrent(by)) {
            return Asking.ACCOUNT_CHANGED;
        }
        Optional<AddressMove.Lapse> obstacle = move.obstacle(giver, taker, maxEmails);
        if (obstacle.isPresent()) {
            return Asking.insteadOf(obstacle.get());
        }
        Params params = MoveRows.params(move);
        if (!session.insertIfAbsent(MoveRows.INSERT, params) && session.update(REPLACE, params) == 0) {
            return Asking.ASKED_BEFORE;
        }
        NoticeRows.announce(session, announcement, giver.stream());
        keep(announcement);
        return Asking.ASKED;
    }

    boolean end(Account by, Announcement announcement) throws SQLException {
        boolean ends = isCurrent(by) && isEnded(move);
        if (ends) {
            announce(announcement);
        }
        return ends;
    }

    Optional<AddressMove> carryOut(Optional<Account> by, int maxEmails, Telling telling) throws SQLException {
        AddressMove after = move.decided(giver, taker, maxEmails);
        if ((by.isPresent() && !isCurrent(by.get())) || !isEnded(after)) {
            return Optional.empty();
        }
        if (after.state() == AddressMove.State.MOVED) {
            exchange(giver.orElseThrow(), taker.orElseThrow(), telling);
        } else {
            announce(telling.ended());
        }
        return Optional.of(after);
    }

    /** The address's row changes hands rather than to be made anew: what hangs on the mailbox stays. */
    private void exchange(Account from, Account to, Telling telling) throws SQLException {
        Account with = move.givenTo(to);
        session.update(
                HAND_OVER, AccountSql.email(with, with.email(move.recipient()).orElseThrow()));
        replace(Replacement.of(from, move.takenFrom(from), telling.removed()));
        replace(Replacement.of(with.atEpoch(to.epoch()), with, telling.added()));
    }

    private void replace(Replacement replacement) throws SQLException {
        if (replacement.apply(session) != Change.CHANGED) {
            // Not while both accounts are held; but never one half without the other.
            throw new LostRace();
        }
    }

    private void announce(Announcement announcement) throws SQLException {
        NoticeRows.announce(session, announcement, accounts());
        keep(announcement);
    }

    private void keep(Announcement announcement) throws SQLException {
        for (Account account : accounts().toList()) {
            AuditRows.write(session, account.id(), announcement.record());
        }
    }

    private Stream<Account> accounts() {
        return Stream.concat(giver.stream(), taker.stream());
    }

    /** Of all who decide at once, one does. */
    private boolean isEnded(AddressMove after) throws SQLException {
        return session.update(END, MoveRows.params(after)) == 1;
    }

    private boolean isCurrent(Account account) {
        return accounts().anyMatch(held -> held.id().equals(account.id()) && held.epoch() == account.epoch());
    }
}
