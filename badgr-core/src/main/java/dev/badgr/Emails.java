package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.IdentityHash;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.EmailKey;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerificationCode;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.ChallengeStore.JudgedEmail;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account's verified addresses. Badges are awarded to addresses, so adding one brings the badges that wait for it, and
 * removing one lets them go until it is verified again. Safe for use by many threads.
 */
public final class Emails {
    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Spellings spellings;

    Emails(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.challenges = new Challenges(setup);
        this.spellings = new Spellings(setup);
    }

    /** The account's verified addresses, oldest first; refused with {@link Refusal.SessionEnded}. */
    public Result<List<VerifiedEmail>> list(Session session) {
        return sessions.current(session).then(account -> Result.success(account.emails()));
    }

    /**
     * Mails a code to an address to be added. If it is verified on another account, that account's owner gets a mail that says
     * so, and the asker the same answer as ever.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld}, {@link Refusal.NotPossible},
     *     {@link Refusal.TryLater} or {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> add(Session session, EmailForm form, Client client) {
        return Typed.parse(
                () -> setup.email(form.email()),
                address -> sessions.fresh(session).then(account -> add(account, address, client)));
    }

    /** Mails another code, as {@link SignUps#resend} does. */
    public Result<CodeSent> resend(Session session, ChallengeId challenge, Client client) {
        return sessions.current(session)
                .then(account -> challenges.askAgain(
                        challenge,
                        Purpose.ADD_EMAIL,
                        Optional.of(account.id()),
                        found -> question(account, found.challenge().address()),
                        client));
    }

    /**
     * Proves the address and adds it, in one step; the badges that waited for it are in the Backpack then.
     *
     * @return refused as in {@link SignUps#confirm}, or with {@link Refusal.SessionEnded} or {@link Refusal.SignInTooOld} (costs
     *     no attempt: the code still counts after signing in again), or with {@link Refusal.NotPossible} if another account has
     *     verified the address meanwhile
     */
    public Result<EmailAdded> confirm(Session session, ChallengeId challenge, CodeForm form, Client client) {
        return Typed.parse(
                () -> VerificationCode.parse(form.code()), code -> confirm(session, challenge, code, client));
    }

    /**
     * Makes another verified address the primary one, to which notices go.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<Changed> makePrimary(Session session, EmailForm form, Client client) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                address -> sessions.fresh(session).then(account -> makePrimary(session, account, address, client)));
    }

    /** What removing an address would mean; changes nothing. Refused as {@link #remove} would be. */
    public Result<Removal> previewRemoval(Session session, EmailForm form) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                address -> sessions.current(session)
                        .then(account ->
                                removable(account, address).then(email -> Result.success(removal(account, email)))));
    }

    /**
     * Removes an address. The badges awarded to it leave the Backpack and wait for whoever verifies it.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<Changed> remove(Session session, EmailForm form, Client client) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                address -> sessions.fresh(session)
                        .then(account -> removable(account, address)
                                .then(email -> remove(session, account, email.key(), client))));
    }

    /**
     * All known spellings of one of the account's addresses: as it was proven, as the person added it, and as badges were
     * awarded to it here.
     *
     * @param form the address, in whatever spelling
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<List<EmailAddress>> spellings(Session session, EmailForm form) {
        return own(session, form, (account, email, typed) -> Result.success(spellings.of(account, email)));
    }

    /**
     * Adds a spelling of one of the account's addresses, so that badges from elsewhere are recognised that were hashed to it;
     * at most 20 for an address. Badges that are awarded here are found in any spelling. Adding it again changes nothing.
     *
     * @param form the spelling: the same address in other great and small letters
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded} or {@link Refusal.NotPossible}
     */
    public Result<EmailAddress> addSpelling(Session session, EmailForm form) {
        return own(session, form, spellings::add);
    }

    /**
     * Removes a spelling that was added.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.NotPossible} or
     *     {@link Refusal.NotFound}
     */
    public Result<EmailAddress> removeSpelling(Session session, EmailForm form) {
        return own(session, form, spellings::remove);
    }

    /**
     * The verified address that a badge from elsewhere names by its hash: each address is tried in all its known spellings and
     * in the common capitalisations, some dozens at most.
     *
     * @return empty if it is none of this account's verified addresses, in any of these spellings
     */
    public Optional<VerifiedEmail> owns(AccountId account, IdentityHash hash) {
        Objects.requireNonNull(hash, "hash");
        return spellings.owns(Objects.requireNonNull(account, "account"), hash);
    }

    /** What to do with an account's address that was found by what was typed. */
    @FunctionalInterface
    private interface Use<T> {
        Result<T> of(Account account, VerifiedEmail email, EmailAddress typed);
    }

    private <T> Result<T> own(Session session, EmailForm form, Use<T> use) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                typed -> sessions.current(session)
                        .then(account -> Sessions.own(account, typed).then(email -> use.of(account, email, typed))));
    }

    private Result<CodeSent> add(Account account, EmailAddress address, Client client) {
        if (account.email(address.key()).isPresent()) {
            return Rule.EMAIL_ALREADY_YOURS.refused();
        }
        Optional<Account.Obstacle> obstacle =
                account.obstacleToAdding(setup.limits().emailsPerAccount());
        return obstacle.isPresent()
                ? Rule.of(obstacle.get()).refused()
                : challenges.ask(question(account, address), client);
    }

    private Question question(Account account, EmailAddress address) {
        Optional<Account> owner = setup.stores().accounts().byEmail(setup.recipient(address));
        return new Question(Purpose.ADD_EMAIL, address, Optional.of(account.id()), Optional.empty(), owner.isPresent())
                .readBy(Optional.of(owner.orElse(account)));
    }

    private Result<EmailAdded> confirm(Session session, ChallengeId id, VerificationCode code, Client client) {
        if (!sessions.isFresh(session)) {
            return Result.refused(new Refusal.SignInTooOld());
        }
        JudgedEmail judged = setup.stores()
                .challenges()
                .judgeEmail(
                        challenges.guess(id, Purpose.ADD_EMAIL, Optional.of(session.account()), code, client),
                        session.epoch(),
                        challenges.rules(code),
                        setup.limits().emailsPerAccount(),
                        sessions.announcement(Notice.Kind.EMAIL_ADDED, "", client.locale(), client));
        return challenges.verdict(judged.judgement()).then(proven -> switch (judged.proof()) {
            case ADDED -> added(session, proven.address());
            case TAKEN -> Rule.EMAIL_TAKEN.refused();
            case TOO_MANY -> Rule.TOO_MANY_EMAILS.refused();
            case ACCOUNT_CHANGED, NOT_PROVEN -> Result.refused(new Refusal.SessionEnded());
        });
    }

    private Result<EmailAdded> added(Session session, EmailAddress address) {
        setup.events().happenedTo(session.account(), Event.EMAIL_ADDED, address);
        return Result.success(new EmailAdded(address, session.next()));
    }

    private Result<Changed> makePrimary(Session session, Account account, EmailAddress address, Client client) {
        Optional<VerifiedEmail> email = account.email(address.key());
        if (email.isEmpty()) {
            return Rule.NOT_ITS_EMAIL.refused();
        }
        if (email.get().recipient().equals(account.primary())) {
            return Result.success(new Changed(account, session));
        }
        Account after = account.withPrimary(email.get().recipient());
        return sessions.change(session, account, after, Notice.Kind.PRIMARY_EMAIL_CHANGED, address.masked(), client);
    }

    private Result<VerifiedEmail> removable(Account account, EmailAddress address) {
        Optional<Account.Obstacle> obstacle = account.obstacleToRemoving(address.key());
        return obstacle.isPresent()
                ? Rule.of(obstacle.get()).refused()
                : Result.success(account.email(address.key()).orElseThrow());
    }

    private Removal removal(Account account, VerifiedEmail email) {
        long leaving = setup.stores().backpacks().count(account.id(), email.recipient());
        return new Removal(email, leaving, setup.advice(account.without(email.key())));
    }

    private Result<Changed> remove(Session session, Account account, EmailKey key, Client client) {
        Account after = account.without(key);
        return sessions.change(session, account, after, Notice.Kind.EMAIL_REMOVED, key.toString(), client);
    }
}
