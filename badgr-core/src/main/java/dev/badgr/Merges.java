package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.MergeStore.Outcome;
import dev.badgr.port.MergeStore.Tombstone;
import dev.badgr.port.MergeStore.Wanted;
import dev.badgr.port.Notice;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Making one account of two, for somebody who has both: signed in to the one that stays, she proves an address of the other
 * by {@link #begin} and {@link #confirm}, sees in a {@link #preview} what would come of it, and does it with {@link #merge}.
 * Safe for use by many threads.
 */
public final class Merges {
    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;
    private final MergePreviews previews;

    Merges(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.challenges = new Challenges(setup);
        this.previews = new MergePreviews(setup);
    }

    /**
     * Mails a code to an address of the other account. If there is no other account with this address, its owner gets a mail
     * that says so, and the asker the same answer as ever.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld},
     *     {@link Refusal.TryLater} or {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> begin(Session session, EmailForm form, Client client) {
        return Typed.parse(
                () -> setup.email(form.email()),
                address ->
                        sessions.fresh(session).then(survivor -> challenges.ask(question(survivor, address), client)));
    }

    /** Mails another code, as {@link SignUps#resend} does. */
    public Result<CodeSent> resend(Session session, ChallengeId challenge, Client client) {
        return sessions.current(session)
                .then(survivor -> challenges.askAgain(
                        challenge,
                        Purpose.MERGE,
                        Optional.of(survivor.id()),
                        found -> question(survivor, found.challenge().address()),
                        client));
    }

    /**
     * Proves that the person has the other account too. Nothing is merged yet.
     *
     * @return the challenge to go on with; refused as in {@link SignUps#confirm}, or with {@link Refusal.SessionEnded} or
     *     {@link Refusal.SignInTooOld} (costs no attempt)
     */
    public Result<ChallengeId> confirm(Session session, ChallengeId challenge, CodeForm form, Client client) {
        return sessions.fresh(session)
                .then(survivor ->
                        challenges.confirm(challenge, Purpose.MERGE, Optional.of(survivor.id()), form, client))
                .then(proven -> Result.success(proven.challenge().id()));
    }

    /**
     * What merging would mean; changes nothing.
     *
     * @return refused with {@link Refusal.SessionEnded} or {@link Refusal.CodeUnusable}
     */
    public Result<MergePreview> preview(Session session, ChallengeId challenge) {
        return sessions.current(session)
                .then(survivor -> challenges
                        .proven(challenge, Purpose.MERGE, Optional.of(survivor.id()))
                        .then(this::other)
                        .then(other -> Result.success(previews.of(survivor, other))));
    }

    /**
     * Merges the other account into the one that the person is signed in to, in one step; every address of both is told. Doing
     * it again with the same challenge changes nothing and gives the same answer.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld}, {@link Refusal.CodeUnusable} or, if there
     *     would be too many addresses, {@link Refusal.NotPossible}
     */
    public Result<Merged> merge(Session session, ChallengeId challenge, Client client) {
        Objects.requireNonNull(challenge, "challenge");
        if (!sessions.isFresh(session)) {
            return Result.refused(new Refusal.SignInTooOld());
        }
        Outcome outcome = setup.stores().merges().merge(wanted(session, challenge, client));
        return switch (outcome.merging()) {
            case MERGED -> told(outcome).then(stone -> merged(session, stone));
            case MERGED_BEFORE -> merged(session, outcome.tombstone().orElseThrow());
            case STALE -> Result.refused(new Refusal.SessionEnded());
            case TOO_MANY_EMAILS -> Rule.TOO_MANY_EMAILS.refused();
            case PROOF_GONE -> unusable(session, challenge);
        };
    }

    /** The account that an account was merged into, be it by several steps; empty if it was not merged. */
    public Optional<AccountId> survivorOf(AccountId gone) {
        Objects.requireNonNull(gone, "gone");
        Optional<AccountId> survivor = setup.stores().merges().of(gone).map(Tombstone::survivor);
        return survivor.map(next -> survivorOf(next).orElse(next));
    }

    private Question question(Account survivor, EmailAddress address) {
        Optional<Account> reader = setup.stores().accounts().byEmail(setup.recipient(address));
        Optional<AccountId> other =
                reader.filter(Account::isOpen).map(Account::id).filter(id -> !id.equals(survivor.id()));
        Question question =
                new Question(Purpose.MERGE, address, Optional.of(survivor.id()), Optional.empty(), other.isEmpty());
        return question.readBy(reader).merging(other);
    }

    /** Still the account with that address? Whoever lost it meanwhile must not get at the account by it. */
    private Result<Account> other(BoundChallenge proof) {
        return proof.other()
                .flatMap(id -> setup.stores().accounts().byId(id))
                .filter(account -> account.isOpenTo(proof.challenge().recipient()))
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.UNKNOWN)));
    }

    private Wanted wanted(Session session, ChallengeId challenge, Client client) {
        String address = setup.stores()
                .challenges()
                .byId(challenge)
                .map(proof -> proof.challenge().address().masked())
                .orElse("");
        Instant provenSince = setup.limits().codes().provenSince(setup.now());
        return new Wanted(
                session.account(),
                session.epoch(),
                challenge,
                provenSince,
                setup.limits().emailsPerAccount(),
                sessions.announcement(Notice.Kind.ACCOUNTS_MERGED, address, client.locale(), client));
    }

    private Result<Tombstone> told(Outcome outcome) {
        Tombstone stone = outcome.tombstone().orElseThrow();
        setup.events().happenedTo(stone.survivor(), Event.ACCOUNTS_MERGED, stone.gone());
        return Result.success(stone);
    }

    /** Only whoever asked for it, or is signed in to what came of it, is told that it was done before. */
    private Result<Merged> merged(Session session, Tombstone stone) {
        Session next = session.epoch() == stone.before()
                ? new Session(stone.survivor(), stone.after(), session.signedInAt())
                : session;
        return setup.stores()
                .accounts()
                .byId(stone.survivor())
                .filter(account -> next.epoch() == stone.after() || next.epoch() == account.epoch())
                .map(account -> Result.success(new Merged(account, next, stone.gone())))
                .orElseGet(() -> Result.refused(new Refusal.SessionEnded()));
    }

    private <T> Result<T> unusable(Session session, ChallengeId challenge) {
        return challenges
                .proven(challenge, Purpose.MERGE, Optional.of(session.account()))
                .then(proof -> Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.UNKNOWN)));
    }
}
