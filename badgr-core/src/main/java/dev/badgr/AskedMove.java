package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import dev.badgr.email.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A move of an address as the person of one of the two accounts may see it: nothing tells which the other one is.
 *
 * @param id to decide it by
 * @param address what is to be moved
 * @param direction whether this account would get it or lose it
 * @param state how far it got
 * @param lapse why it came to nothing; only in the state LAPSED
 * @param askedAt when it was asked for
 * @param dueAt until when it can be objected to, and from when on it is moved
 */
public record AskedMove(
        MoveId id,
        EmailAddress address,
        Direction direction,
        AddressMove.State state,
        Optional<AddressMove.Lapse> lapse,
        Instant askedAt,
        Instant dueAt) {
    /** From where to where, as this account sees it. */
    public enum Direction {
        /** To this account. */
        COMING,
        /** From this account. */
        LEAVING
    }

    static AskedMove of(AddressMove move, AccountId viewer) {
        Direction direction = move.to().equals(viewer) ? Direction.COMING : Direction.LEAVING;
        return new AskedMove(
                move.id(), move.address(), direction, move.state(), move.lapse(), move.askedAt(), move.dueAt());
    }
}
