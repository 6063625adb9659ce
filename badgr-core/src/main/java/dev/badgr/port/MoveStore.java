package dev.badgr.port;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.AddressMove;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves of addresses between accounts: of each mailbox the latest one, so that no mailbox has two that are pending. Each call
 * that writes holds both accounts meanwhile.
 */
public interface MoveStore {
    /** What became of asking for a move. */
    enum Asking {
        /** It is pending now. */
        ASKED,
        /** Another move of this address from this account is pending. */
        ASKED_BEFORE,
        /** The address is not on the account that it is to leave, or is its only one, or the account is closed. */
        NOT_POSSIBLE,
        /** The account that wants it has as many addresses as it may. */
        NO_ROOM,
        /** The account that wants it is gone or at another epoch. */
        ACCOUNT_CHANGED;

        /** What asking comes to when this is in its way. */
        public static Asking insteadOf(AddressMove.Lapse obstacle) {
            return obstacle == AddressMove.Lapse.NO_ROOM ? NO_ROOM : NOT_POSSIBLE;
        }
    }

    /**
     * What the addresses of both accounts are told.
     *
     * @param removed those of the account that has lost the address, and that address itself
     * @param added those of the account that has it now
     * @param ended those of both, if it came to nothing
     */
    record Telling(Announcement removed, Announcement added, Announcement ended) {}

    /**
     * In one step: keeps a pending move in place of an older one of its mailbox (unless {@link AddressMove#waitsFor} that), if
     * {@link AddressMove#obstacle} sees none, and tells each address of the account that is to give it up. Unless the answer is {@link Asking#ASKED}, nothing changed.
     *
     * @param by the account that wants it, at the epoch that it must have
     */
    Asking ask(AddressMove move, Account by, int maxEmails, Announcement announcement);

    /** Moves from or to an account, whatever became of them: pending ones first, then the latest; at most 100. */
    List<AddressMove> of(AccountId account);

    /** Pending moves that are due, the longest due first; at most so many. */
    List<AddressMove> due(Instant now, int max);

    /**
     * In one step: ends a pending move without moving anything, and tells each address of both accounts.
     *
     * @param ended as it is then
     * @param by the account whose person ends it, at the epoch that it must have
     * @return {@code false} if it is not pending any more or that account has changed: nothing happened
     */
    boolean end(AddressMove ended, Account by, Announcement announcement);

    /**
     * In one step: decides a pending move by {@link AddressMove#decided}, moves the address if it is moved (both accounts are at
     * their next epoch then), and tells each address of both accounts.
     *
     * @param by the account whose person wants it done, at the epoch that it must have; empty where it is done because its time
     *     has come
     * @return what became of it; empty if it is not pending any more or that account has changed: nothing happened
     */
    Optional<AddressMove> carryOut(AddressMove move, Optional<Account> by, int maxEmails, Telling telling);
}
