package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.PersonName;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signing up: {@link #begin} mails a code, {@link #confirm} proves the address by it, {@link #complete} makes the account.
 * Before the proof there is no account, no password and no address that belongs to anybody. Safe for use by many threads.
 *
 * <p>Who signs up by a social account begins at {@link SignIns#withIdentity} and goes on here.
 */
public final class SignUps {
    private static final int FIRST_PAGE = 50;

    private final Setup setup;
    private final Challenges challenges;
    private final Consents consents;
    private final NewPasswords passwords;
    private final Backpacks backpacks;

    SignUps(Setup setup, Backpacks backpacks) {
        this.setup = setup;
        this.challenges = new Challenges(setup);
        this.consents = new Consents(setup);
        this.passwords = new NewPasswords(setup);
        this.backpacks = backpacks;
    }

    /**
     * Mails a code to the address; if it has an account already, its owner gets a mail that says so and the asker the same
     * answer as ever.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.TryLater} or {@link Refusal.MailNotSent}
     */
    public Result<CodeSent> begin(EmailForm form, Client client) {
        return Typed.parse(
                () -> setup.email(form.email()),
                address -> challenges.ask(question(address, Optional.empty()), client));
    }

    /**
     * Mails another code, at most once a minute; the one before is dead from then on.
     *
     * @param challenge from the session; replace it there by the new one
     * @return refused with {@link Refusal.TryLater}, {@link Refusal.MailNotSent} or {@link Refusal.CodeUnusable}
     */
    public Result<CodeSent> resend(ChallengeId challenge, Client client) {
        return challenges.askAgain(
                challenge,
                Purpose.SIGN_UP,
                Optional.empty(),
                found -> question(found.challenge().address(), found.identity()),
                client);
    }

    /**
     * Proves the address. Counts the attempt, judges it and uses the code up in one step: a code is right once. If the
     * storage failed meanwhile, the code may have been right nevertheless, and not be taken again: ask {@link #proven(ChallengeId)}.
     *
     * @param challenge from the session
     * @return refused with {@link Refusal.InvalidInput} (costs no attempt), {@link Refusal.WrongCode},
     *     {@link Refusal.CodeUnusable} or {@link Refusal.TryLater}
     */
    public Result<EmailProven> confirm(ChallengeId challenge, CodeForm form, Client client) {
        return challenges
                .confirm(challenge, Purpose.SIGN_UP, Optional.empty(), form, client)
                .then(proven -> Result.success(proven(proven.challenge())));
    }

    /**
     * Whether the address is proven and waits for {@link #complete}: for a form that is shown again, and after a
     * {@link #confirm} whose outcome was lost.
     *
     * @param challenge from the session
     * @return as of {@link #confirm}; refused with {@link Refusal.CodeUnusable}, which says how far it got
     */
    public Result<EmailProven> proven(ChallengeId challenge) {
        return challenges.proven(challenge, Purpose.SIGN_UP).then(proof -> Result.success(proven(proof.challenge())));
    }

    /**
     * Makes the account, with the proven address as its primary one, and signs the person in. If the form is refused, the
     * proof stays, and the form can be sent again. If the storage failed meanwhile, send it again: where it is refused as used,
     * the account was made, and the person signs in.
     *
     * @param challenge the proof
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.TermsChanged} (show the current ones),
     *     {@link Refusal.CodeUnusable}, {@link Refusal.TryLater} or {@link Refusal.NotPossible} (the address or social account
     *     got an account meanwhile)
     */
    public Result<Welcome> complete(ChallengeId challenge, Profile form, Client client) {
        return challenges.proven(challenge, Purpose.SIGN_UP).then(proof -> complete(proof, form, client));
    }

    Question question(EmailAddress address, Optional<ExternalIdentity> identity) {
        Optional<Account> owner = setup.stores().accounts().byEmail(setup.recipient(address));
        return new Question(Purpose.SIGN_UP, address, Optional.empty(), identity, owner.isPresent()).readBy(owner);
    }

    EmailProven proven(Challenge challenge) {
        Instant until = challenge.expiresAt().plus(setup.limits().codes().provenFor());
        return new EmailProven(challenge.id(), challenge.address(), until);
    }

    private Result<Welcome> complete(BoundChallenge proof, Profile form, Client client) {
        List<Violation> violations = form.profileViolations();
        EmailAddress address = proof.challenge().address();
        if (form instanceof ProfileForm withPassword) {
            return passwords
                    .hash(withPassword, List.of(address), violations)
                    .then(hash -> create(proof, form, Optional.of(hash), client));
        }
        if (proof.identity().isEmpty()) {
            violations.add(new Violation("password", "required", java.util.Map.of()));
        }
        return violations.isEmpty()
                ? create(proof, form, Optional.empty(), client)
                : Result.refused(new Refusal.InvalidInput(violations));
    }

    private Result<Welcome> create(BoundChallenge proof, Profile form, Optional<PasswordHash> password, Client client) {
        TermsVersion current = consents.current(client.locale());
        if (!current.version().equals(form.termsVersion())) {
            return Result.refused(new Refusal.TermsChanged(current));
        }
        Instant now = setup.now();
        Challenge challenge = proof.challenge();
        Account account = Account.create(
                AccountId.random(setup.random()),
                new PersonName(PersonName.firstName(form.firstName()), PersonName.lastName(form.lastName())),
                password,
                new VerifiedEmail(challenge.address(), challenge.recipient(), now),
                proof.identity(),
                client.preferences(),
                now);
        TermsConsent.WayIn wayIn = proof.identity().isPresent() ? TermsConsent.WayIn.SOCIAL : TermsConsent.WayIn.EMAIL;
        NewAccount wanted = new NewAccount(
                account,
                challenge.id(),
                setup.limits().codes().provenSince(now),
                Consents.consent(current, wayIn, client, now),
                form.emailUpdates()
                        ? Optional.of(new MarketingConsent(true, now, MarketingConsent.Way.SIGN_UP))
                        : Optional.empty(),
                setup.record(Event.ACCOUNT_CREATED, challenge.address().masked(), client),
                now);
        return store(wanted, client);
    }

    private Result<Welcome> store(NewAccount wanted, Client client) {
        return switch (setup.stores().accounts().create(wanted)) {
            case CREATED -> welcome(wanted.account(), wanted.now());
            case PROOF_GONE -> Result.refused(new Refusal.CodeUnusable(Refusal.CodeUnusable.Reason.USED));
            case TERMS_CHANGED -> Result.refused(new Refusal.TermsChanged(consents.current(client.locale())));
            case EMAIL_TAKEN -> Rule.EMAIL_TAKEN.refused();
            case IDENTITY_TAKEN -> Rule.IDENTITY_TAKEN.refused();
        };
    }

    private Result<Welcome> welcome(Account account, Instant now) {
        setup.events()
                .happenedTo(
                        account.id(),
                        Event.ACCOUNT_CREATED,
                        account.primaryEmail().address());
        return Result.success(new Welcome(
                account, Session.of(account, now), backpacks.page(account.id(), BackpackQuery.newest(FIRST_PAGE))));
    }
}
