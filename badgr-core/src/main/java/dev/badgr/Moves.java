package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.Actor;
import dev.badgr.port.Announcement;
import dev.badgr.port.Event;
import dev.badgr.port.MoveStore;
import dev.badgr.port.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moving an address that is verified on one account to another account, by somebody who reads its mail and is signed in to the
 * account that wants it: {@link #begin}, {@link #confirm}. Every address of the other account is told. Its person may agree at
 * once or object within 24 hours; else it is moved then. Badges follow their address. An account never loses its only address,
 * and neither person learns which the other account is. Safe for use by many threads.
 *
 * <p>The host calls {@link #carryOutDue} on a schedule, every few minutes, from as many servers as it likes.
 */
public final class Moves {
    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;
    private final MoveProof proof;

    Moves(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.challenges = new Challenges(setup);
        this.proof = new MoveProof(setup, sessions, challenges);
    }

    /**
     * Mails a code to the address. If it can't be moved because it is on no account, or is the only one of its account, its owner
     * gets a mail that says so, and the asker the same answer as ever.
     *
     * @param session of the account that wants the address
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld}, {@link Refusal.NotPossible},
     *     {@link Refusal.TryLater} or {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> begin(Session session, EmailForm form, Client client) {
        return Typed.parse(
                () -> setup.email(form.email()),
                address -> sessions.fresh(session).then(account -> begin(account, address, client)));
    }

    /** Mails another code, as {@link SignUps#resend} does. */
    public Result<CodeSent> resend(Session session, ChallengeId challenge, Client client) {
        return sessions.current(session)
                .then(account -> challenges.askAgain(
                        challenge,
                        Purpose.MOVE,
                        Optional.of(account.id()),
                        found -> proof.question(account, found.challenge().address()),
                        client));
    }

    /**
     * Proves the address and asks for the move, in one step; every address of the account that it is on is told.
     *
     * @return refused as in {@link SignUps#confirm}, or with {@link Refusal.SessionEnded} or {@link Refusal.SignInTooOld} (costs
     *     no attempt), or with {@link Refusal.NotPossible} if the address can't be moved any more, or is to be moved already
     */
    public Result<AskedMove> confirm(Session session, ChallengeId challenge, CodeForm form, Client client) {
        Objects.requireNonNull(client, "client");
        return Typed.parse(
                () -> VerificationCode.parse(form.code()),
                code -> sessions.fresh(session).then(account -> proof.confirm(account, challenge, code, client)));
    }

    /**
     * The moves to and from this account: pending ones first, then the latest, whatever became of them; at most 100. Refused with
     * {@link Refusal.SessionEnded}.
     */
    public Result<List<AskedMove>> asked(Session session) {
        return sessions.current(session)
                .then(account -> Result.success(moves().of(account.id()).stream()
                        .map(move -> AskedMove.of(move, account.id()))
                        .toList()));
    }

    /**
     * The person who would lose the address agrees: it is moved at once. If it was the primary one, the oldest of the others
     * becomes that.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<MoveOutcome> agree(Session session, MoveId move, Client client) {
        return sessions.fresh(session)
                .then(account -> pending(account, move, m -> m.from().equals(account.id()))
                        .then(found -> carryOut(session, account, found, client)));
    }

    /**
     * The person who would lose the address objects, within 24 hours: it stays. No recent sign-in is needed.
     *
     * @return refused with {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<AskedMove> object(Session session, MoveId move, Client client) {
        Instant now = setup.now();
        return sessions.current(session)
                .then(account -> pending(account, move, m -> m.from().equals(account.id()) && !m.isDueAt(now))
                        .then(found -> end(session, account, found.objected(), client)));
    }

    /**
     * The person who wants the address takes that back. No recent sign-in is needed.
     *
     * @return refused with {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<AskedMove> withdraw(Session session, MoveId move, Client client) {
        return sessions.current(session)
                .then(account -> pending(account, move, m -> m.to().equals(account.id()))
                        .then(found -> end(session, account, found.withdrawn(), client)));
    }

    /**
     * The person who wants the address takes it once the 24 hours are over, without waiting for {@link #carryOutDue}.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<MoveOutcome> complete(Session session, MoveId move, Client client) {
        return sessions.fresh(session)
                .then(account -> pending(account, move, m -> m.to().equals(account.id()))
                        .then(found -> found.isDueAt(setup.now())
                                ? carryOut(session, account, found, client)
                                : Rule.MOVE_NOT_DUE.refused()));
    }

    /**
     * Carries out the moves to which nobody has objected within 24 hours. One that is not possible any more comes to nothing.
     *
     * @param max at most so many in this run
     * @return how many addresses were moved by this call
     */
    public int carryOutDue(int max) {
        int moved = 0;
        for (AddressMove due : moves().due(setup.now(), max)) {
            Optional<AddressMove> after = carryOut(due, Optional.empty(), new Actor.Host());
            moved += after.map(AddressMove::state).equals(Optional.of(AddressMove.State.MOVED)) ? 1 : 0;
        }
        return moved;
    }

    private Result<CodeSent> begin(Account account, EmailAddress address, Client client) {
        if (account.email(address.key()).isPresent()) {
            return Rule.EMAIL_ALREADY_YOURS.refused();
        }
        return account.obstacleToAdding(setup.limits().emailsPerAccount())
                .<Result<CodeSent>>map(full -> Rule.of(full).refused())
                .orElseGet(() -> challenges.ask(proof.question(account, address), client));
    }

    private Result<AddressMove> pending(Account account, MoveId id, Predicate<AddressMove> decidable) {
        Objects.requireNonNull(id, "move");
        return moves().of(account.id()).stream()
                .filter(move -> move.id().equals(id) && move.isPending())
                .filter(decidable)
                .findFirst()
                .map(Result::success)
                .orElseGet(() -> Rule.MOVE_OVER.refused());
    }

    private Result<MoveOutcome> carryOut(Session session, Account account, AddressMove move, Client client) {
        return carryOut(move, Optional.of(account), setup.person(client))
                .map(after -> Result.success(new MoveOutcome(
                        AskedMove.of(after, account.id()),
                        after.state() == AddressMove.State.MOVED ? session.next() : session)))
                .orElseGet(() -> tooLate(session));
    }

    private Optional<AddressMove> carryOut(AddressMove move, Optional<Account> by, Actor actor) {
        MoveStore.Telling telling = new MoveStore.Telling(
                announcement(Notice.Kind.EMAIL_REMOVED, move, actor),
                announcement(Notice.Kind.EMAIL_ADDED, move, actor),
                announcement(Notice.Kind.MOVE_ENDED, move, actor));
        Optional<AddressMove> after = moves().carryOut(move, by, setup.limits().emailsPerAccount(), telling);
        after.ifPresent(this::tell);
        return after;
    }

    private Result<AskedMove> end(Session session, Account account, AddressMove ended, Client client) {
        if (!moves().end(ended, account, announcement(Notice.Kind.MOVE_ENDED, ended, setup.person(client)))) {
            return tooLate(session);
        }
        tell(ended);
        return Result.success(AskedMove.of(ended, account.id()));
    }

    /** All mailboxes have an account, and are told in its language. */
    private Announcement announcement(Notice.Kind kind, AddressMove move, Actor actor) {
        return new Announcement(setup.id(), kind, move.address().masked(), Locale.ENGLISH, actor, setup.now());
    }

    /** Somebody else was quicker, with the move or with the account. */
    private <T> Result<T> tooLate(Session session) {
        return sessions.current(session).then(account -> Rule.MOVE_OVER.refused());
    }

    private MoveStore moves() {
        return setup.stores().moves();
    }

    private void tell(AddressMove after) {
        boolean moved = after.state() == AddressMove.State.MOVED;
        setup.events().happenedTo(after.from(), moved ? Event.EMAIL_REMOVED : Event.MOVE_ENDED, after.address());
        setup.events().happenedTo(after.to(), moved ? Event.EMAIL_ADDED : Event.MOVE_ENDED, after.address());
    }
}
