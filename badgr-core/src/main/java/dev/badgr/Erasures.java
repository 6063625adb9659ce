package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.Purpose;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ErasureStore.Erasing;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Stores;
import dev.badgr.terms.TermsConsent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Erasing an account: {@link #preview}, {@link #begin}, {@link #confirm}, {@link #erase}. It needs a new sign-in and a code that
 * was mailed to the primary address. Safe for use by many threads.
 */
public final class Erasures {
    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;

    Erasures(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.challenges = new Challenges(setup);
    }

    /** What would go and what would stay; changes nothing. Refused with {@link Refusal.SessionEnded}. */
    public Result<ErasurePreview> preview(Session session) {
        return sessions.current(session)
                .then(account -> Result.success(
                        ErasurePreview.of(account, setup.stores().erasures().holdings(account.id()))));
    }

    /**
     * Mails a code to the primary address.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld}, {@link Refusal.TryLater} or
     *     {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> begin(Session session, Client client) {
        Objects.requireNonNull(client, "client");
        return sessions.fresh(session).then(account -> challenges.ask(question(account), client));
    }

    /** Mails another code, as {@link SignUps#resend} does; to the address that is the primary one now. */
    public Result<CodeSent> resend(Session session, ChallengeId challenge, Client client) {
        Objects.requireNonNull(client, "client");
        return sessions.current(session)
                .then(account -> challenges.askAgain(
                        challenge, Purpose.ERASE, Optional.of(account.id()), found -> question(account), client));
    }

    /**
     * Proves that the person reads the account's mail. Nothing is erased yet.
     *
     * @return the challenge to erase with; refused as in {@link SignUps#confirm}, or with {@link Refusal.SessionEnded}
     */
    public Result<ChallengeId> confirm(Session session, ChallengeId challenge, CodeForm form, Client client) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(client, "client");
        return sessions.current(session)
                .then(account -> challenges.confirm(challenge, Purpose.ERASE, Optional.of(account.id()), form, client))
                .then(proven -> Result.success(proven.challenge().id()));
    }

    /**
     * Erases the account for good, in one step. What {@link #preview} says stays does stay; each of the addresses gets a last
     * mail. Whoever asks again is told that the session has ended.
     *
     * @param challenge the confirmed one
     * @return refused with {@link Refusal.SessionEnded}, also if the account has changed meanwhile, {@link Refusal.SignInTooOld} or
     *     {@link Refusal.CodeUnusable}
     */
    public Result<Erased> erase(Session session, ChallengeId challenge, Client client) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(client, "client");
        return sessions.fresh(session)
                .then(account -> proof(session, challenge, account).then(proof -> erase(challenge, account, client)));
    }

    /**
     * What an erased account had agreed to: for a host that has to show it to whoever quotes the receipt.
     *
     * @return newest first, without evidence; empty once {@link RetentionRules#formerConsents()} is over
     */
    public List<TermsConsent> formerConsents(UUID receipt) {
        Objects.requireNonNull(receipt, "receipt");
        return setup.stores().erasures().formerConsents(receipt);
    }

    /** Its proof goes with an account that another call erases at this moment: then the session has ended. */
    private Result<BoundChallenge> proof(Session session, ChallengeId challenge, Account account) {
        return challenges
                .proven(challenge, Purpose.ERASE)
                .then(proof -> isItsOwn(proof, account)
                        ? Result.success(proof)
                        : Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.UNKNOWN)))
                .fold(Result::success, refusal -> sessions.current(session).then(still -> Result.refused(refusal)));
    }

    /** A proof by what was the primary address once is none: whoever reads that mailbox now may be somebody else. */
    private static boolean isItsOwn(BoundChallenge proof, Account account) {
        return proof.account().equals(Optional.of(account.id()))
                && proof.challenge().recipient().equals(account.primary());
    }

    private Result<Erased> erase(ChallengeId proof, Account account, Client client) {
        UUID receipt = setup.id();
        // Her language is gone by the time that it is delivered, so it goes along.
        Announcement last = sessions.announcement(
                Notice.Kind.ACCOUNT_ERASED,
                receipt.toString(),
                account.preferences().language(),
                client);
        Erasing erasing = new Erasing(account, receipt, List.of(Asking.bucket(account.id())), last);
        Result<Erased> result = setup.allOrNothing(stores -> erase(stores, proof, erasing));
        if (result.isSuccess()) {
            setup.events().happenedTo(account.id(), Event.ACCOUNT_ERASED);
        }
        return result;
    }

    private Result<Erased> erase(Stores stores, ChallengeId proof, Erasing erasing) {
        Announcement last = erasing.announcement();
        Instant provenSince = setup.limits().codes().provenSince(last.now());
        // A proof that is spent was spent by an erasure, so in both cases the account is gone or has changed.
        boolean erased = stores.challenges().spend(proof, Purpose.ERASE, provenSince)
                && stores.erasures().erase(erasing);
        return erased
                ? Result.success(new Erased(erasing.receipt(), last.now()))
                : Result.refused(new Refusal.SessionEnded());
    }

    private static Question question(Account account) {
        return new Question(
                Purpose.ERASE, account.primaryEmail().address(), Optional.of(account.id()), Optional.empty(), false);
    }
}
