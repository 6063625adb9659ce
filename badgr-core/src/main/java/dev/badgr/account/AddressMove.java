package dev.badgr.account;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who reads a mailbox wants it to be moved from the account that it is verified on to her own. The other account's
 * person has a day to object; then, or when she agrees, it is moved, and its badges with it.
 *
 * <p>Immutable: each decision gives another one, and storage takes it only while the stored one is pending.
 *
 * @param id its name
 * @param address the mailbox, as typed by whoever wants it
 * @param recipient the mailbox's stored name
 * @param from the account that is to give it up
 * @param to the account that wants it; proved it with a code
 * @param askedAt when it was proven
 * @param dueAt until when it can be objected to, and from when on it is moved without being agreed to
 * @param state how far it got
 * @param lapse why it came to nothing; only in the state LAPSED, and always there
 */
public record AddressMove(
        MoveId id,
        EmailAddress address,
        RecipientKey recipient,
        AccountId from,
        AccountId to,
        Instant askedAt,
        Instant dueAt,
        State state,
        Optional<Lapse> lapse) {
    /** How long the other account's person can object. */
    public static final Duration TIME_TO_OBJECT = Duration.ofHours(24);

    /** How far a move got. */
    public enum State {
        /** Waits for the other account's person, or for its time. */
        PENDING,
        /** The address is on the account that wanted it. */
        MOVED,
        /** The other account's person has objected. */
        OBJECTED,
        /** It came to nothing. */
        LAPSED
    }

    /** Why a move came to nothing. */
    public enum Lapse {
        /** Whoever asked for it took that back. */
        WITHDRAWN,
        /** The address has left the account that it was on, or one of the accounts is closed or gone. */
        GONE,
        /** It is the only address of the account that it is on. */
        ONLY_ADDRESS,
        /** The account that wants it has as many addresses as it may. */
        NO_ROOM
    }

    public AddressMove {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
        if (from.equals(to)) {
            throw new IllegalArgumentException("from, to: two accounts");
        }
        if (!askedAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("dueAt: must be after askedAt");
        }
        if (lapse.isPresent() != (state == State.LAPSED)) {
            throw new IllegalArgumentException("lapse: belongs to the state LAPSED");
        }
    }

    /** A new one, by whoever has just proven the address. */
    public static AddressMove asked(MoveId id, VerifiedEmail proven, AccountId from, AccountId to) {
        Instant now = proven.verifiedAt();
        return new AddressMove(
                id,
                proven.address(),
                proven.recipient(),
                from,
                to,
                now,
                now.plus(TIME_TO_OBJECT),
                State.PENDING,
                Optional.empty());
    }

    /** Whether nothing was decided yet. */
    public boolean isPending() {
        return state == State.PENDING;
    }

    /** Whether the time to object is over. */
    public boolean isDueAt(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** Whether it can't be asked for before that other move of the mailbox is decided. One from a former account needs no wait. */
    public boolean waitsFor(AddressMove other) {
        return other.isPending() && other.from().equals(from);
    }

    /** The other account's person has objected. */
    public AddressMove objected() {
        return in(State.OBJECTED, Optional.empty());
    }

    /** Whoever asked for it took that back. */
    public AddressMove withdrawn() {
        return in(State.LAPSED, Optional.of(Lapse.WITHDRAWN));
    }

    /**
     * Why the address can't be moved between the accounts as they are now; empty if it can.
     *
     * @param giver the account {@link #from()}; empty if there is none any more
     * @param taker the account {@link #to()}; empty if there is none any more
     * @param maxEmails how many addresses an account may have
     */
    public Optional<Lapse> obstacle(Optional<Account> giver, Optional<Account> taker, int maxEmails) {
        if (giver.filter(account -> account.isOpenTo(recipient)).isEmpty()
                || taker.filter(Account::isOpen).isEmpty()) {
            return Optional.of(Lapse.GONE);
        } else if (giver.get().emails().size() == 1) {
            return Optional.of(Lapse.ONLY_ADDRESS);
        }
        return taker.get().obstacleToAdding(maxEmails).map(full -> Lapse.NO_ROOM);
    }

    /** What becomes of it now that its time has come or it was agreed to: MOVED or LAPSED. Parameters as above. */
    public AddressMove decided(Optional<Account> giver, Optional<Account> taker, int maxEmails) {
        Optional<Lapse> obstacle = obstacle(giver, taker, maxEmails);
        return in(obstacle.isPresent() ? State.LAPSED : State.MOVED, obstacle);
    }

    /** The account without the address. If that was the primary one, the oldest of the others becomes it. */
    public Account takenFrom(Account giver) {
        return giver.emails().stream()
                .map(VerifiedEmail::recipient)
                .filter(other -> giver.primary().equals(recipient) && !other.equals(recipient))
                .findFirst()
                .map(giver::withPrimary)
                .orElse(giver)
                .without(address.key())
                .atEpoch(giver.epoch() + 1);
    }

    /** The account with the address, which it has proven when it asked for it. */
    public Account givenTo(Account taker) {
        return taker.with(new VerifiedEmail(address, recipient, askedAt));
    }

    private AddressMove in(State next, Optional<Lapse> why) {
        return new AddressMove(id, address, recipient, from, to, askedAt, dueAt, next, why);
    }
}
