package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.NewPassword;
import dev.badgr.account.PasswordHash;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Getting back in with a code to a verified address: {@link #begin}, {@link #confirm}, {@link #complete} with a new password,
 * which ends all other sessions and makes a disabled password usable again. Safe for use by many threads.
 */
public final class Recoveries {
    private final Setup setup;
    private final Challenges challenges;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final SignIns signIns;

    Recoveries(Setup setup, SignIns signIns) {
        this.setup = setup;
        this.challenges = new Challenges(setup);
        this.passwords = new NewPasswords(setup);
        this.sessions = new Sessions(setup);
        this.signIns = signIns;
    }

    /**
     * Mails a code if the address is verified on an account, and else a mail that says that it isn't; the asker gets the same
     * answer.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.TryLater} or {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> begin(EmailForm form, Client client) {
        return Typed.parse(() -> setup.email(form.email()), address -> challenges.ask(question(address), client));
    }

    /** Mails another code, as {@link SignUps#resend} does. */
    public Result<CodeSent> resend(ChallengeId challenge, Client client) {
        return challenges.askAgain(
                challenge,
                Purpose.RECOVERY,
                Optional.empty(),
                found -> question(found.challenge().address()),
                client);
    }

    /**
     * Proves that the person reads the account's mail.
     *
     * @return the challenge to complete with; refused as in {@link SignUps#confirm}
     */
    public Result<ChallengeId> confirm(ChallengeId challenge, CodeForm form, Client client) {
        return challenges
                .confirm(challenge, Purpose.RECOVERY, Optional.empty(), form, client)
                .then(proven -> Result.success(proven.challenge().id()));
    }

    /**
     * Sets the new password and signs the person in; every address is told.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.CodeUnusable}, {@link Refusal.TryLater},
     *     {@link Refusal.AccountDisabled} or {@link Refusal.SessionEnded} if the account changed meanwhile: begin again
     */
    public Result<SignedIn> complete(ChallengeId challenge, NewPasswordForm form, Client client) {
        Objects.requireNonNull(client, "client");
        return challenges.proven(challenge, Purpose.RECOVERY).then(proof -> complete(proof, form, client));
    }

    private Question question(EmailAddress address) {
        Optional<AccountId> account =
                setup.stores().accounts().byEmail(setup.recipient(address)).map(Account::id);
        return new Question(Purpose.RECOVERY, address, account, Optional.empty(), account.isEmpty());
    }

    private Result<SignedIn> complete(BoundChallenge proof, NewPassword form, Client client) {
        // Still the account's address? Whoever lost it meanwhile must not get in by it.
        Optional<Account> account = proof.account()
                .flatMap(id -> setup.stores().accounts().byId(id))
                .filter(a -> a.hasVerified(proof.challenge().recipient()));
        if (account.isEmpty()) {
            return Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.UNKNOWN));
        }
        if (!account.get().isOpen()) {
            return Result.refused(new Refusal.AccountDisabled());
        }
        List<EmailAddress> addresses =
                account.get().emails().stream().map(VerifiedEmail::address).toList();
        return passwords
                .hash(form, Optional.of(account.get().name()), addresses, List.of())
                .then(hash -> store(proof, account.get(), hash, client));
    }

    private Result<SignedIn> store(BoundChallenge proof, Account before, PasswordHash hash, Client client) {
        Account after = before.withPassword(hash);
        Session session = Session.of(before, setup.now());
        Instant provenSince = setup.limits().codes().provenSince(setup.now());
        Result<Changed> result =
                setup.allOrNothing(stores -> store(stores, proof, provenSince, session, before, after, client));
        return result.then(changed -> {
            setup.events().happenedTo(after.id(), Event.PASSWORD_RECOVERED);
            return Result.success(signIns.signedIn(after, client));
        });
    }

    private Result<Changed> store(
            Stores stores,
            BoundChallenge proof,
            Instant provenSince,
            Session session,
            Account before,
            Account after,
            Client client) {
        if (!stores.challenges().spend(proof.challenge().id(), Purpose.RECOVERY, provenSince)) {
            return Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.USED));
        }
        stores.signIns().forgive(before.id());
        return sessions.change(stores, session, before, after, Notice.Kind.PASSWORD_RECOVERED, "", client);
    }
}
