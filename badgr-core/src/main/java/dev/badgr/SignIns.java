package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.SignInStore.Attempt;
import dev.badgr.port.SignInStore.Credentials;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Signing in, by password or by a social account. Answers and calls are the same whether there is such an account or not.
 * Safe for use by many threads.
 */
public final class SignIns {
    private static final int BUSY_SECONDS = 5;

    private final Setup setup;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Consents consents;
    private final SignUps signUps;

    SignIns(Setup setup, SignUps signUps) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.challenges = new Challenges(setup);
        this.consents = new Consents(setup);
        this.signUps = signUps;
    }

    /**
     * Signs in with any verified address and the password. The attempt is counted before the password is looked at; a stored
     * hash with weaker parameters than today's is renewed.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SignInRefused}, {@link Refusal.PasswordDisabled},
     *     {@link Refusal.TryLater} or, if the password was right, {@link Refusal.AccountDisabled}
     */
    public Result<SignedIn> withPassword(SignInForm form, Client client) {
        return Typed.parse(
                () -> EmailAddress.parse(form.email()),
                () -> Password.parse(form.password()),
                (address, password) -> attempt(address, password, client));
    }

    /**
     * Signs in with a validated social account, or begins an account for it. See {@link IdentityOutcome} for the three ways
     * on. The social account is its issuer and subject; an address never identifies anybody here.
     *
     * @return refused with {@link Refusal.InvalidInput} (no usable address: ask the person for one), {@link Refusal.TryLater},
     *     {@link Refusal.MailNotSent}, {@link Refusal.AccountDisabled}, or {@link Refusal.NotPossible} if the vouched-for address has an account, to which it
     *     can be linked after signing in there
     */
    public Result<IdentityOutcome> withIdentity(OidcClaims claims, Client client) {
        Objects.requireNonNull(client, "client");
        AuditRecord record = setup.record(Event.SIGNED_IN, claims.identity().issuer(), client);
        Optional<Account> linked = setup.stores().signIns().recognise(claims.identity(), record);
        if (linked.isPresent()) {
            return letIn(linked.get(), claims.identity().issuer(), client).then(Result::success);
        }
        return Typed.parse(() -> setup.email(claims.email()), address -> newcomer(claims, address, client));
    }

    /** The account of a session; refused with {@link Refusal.SessionEnded} if it has. */
    public Result<Account> check(Session session) {
        return sessions.current(session);
    }

    SignedIn signedIn(Account account, Client client) {
        return new SignedIn(account, Session.of(account, setup.now()), consents.due(account.id(), client.locale()));
    }

    private Result<SignedIn> attempt(EmailAddress address, Password password, Client client) {
        Instant now = setup.now();
        Attempt attempt = setup.stores()
                .signIns()
                .reserve(
                        setup.recipient(address),
                        setup.key(client),
                        setup.limits().signIns(),
                        now);
        if (attempt.disabled()) {
            return refused(address, new Refusal.PasswordDisabled());
        }
        if (attempt.blockedUntil().isPresent()) {
            return refused(address, new Refusal.TryLater(attempt.blockedUntil().get()));
        }
        Optional<PasswordHash> stored = attempt.credentials().flatMap(Credentials::password);
        Optional<Boolean> matches = setup.hasher().matches(password, stored);
        if (matches.isEmpty()) {
            return refused(address, new Refusal.TryLater(now.plusSeconds(BUSY_SECONDS)));
        }
        if (!matches.get() || stored.isEmpty()) {
            keep(attempt, address, client);
            return refused(address, new Refusal.SignInRefused());
        }
        return succeed(attempt.credentials().orElseThrow(), stored.get(), address, password, client);
    }

    private Result<SignedIn> succeed(
            Credentials credentials, PasswordHash stored, EmailAddress address, Password password, Client client) {
        Optional<PasswordHash> newer =
                setup.hasher().isOutdated(stored) ? setup.hasher().hash(password) : Optional.empty();
        AuditRecord record = setup.record(Event.SIGNED_IN, address.masked(), client);
        setup.stores().signIns().succeed(credentials.account(), setup.key(client), stored, newer, record);
        // If the password was changed meanwhile, the one that was checked is not the account's any more.
        Optional<Account> account = setup.stores()
                .accounts()
                .byId(credentials.account())
                .filter(a ->
                        a.password().equals(Optional.of(stored)) || a.password().equals(newer));
        if (account.isEmpty()) {
            return refused(address, new Refusal.SignInRefused());
        }
        return letIn(account.get(), address, client);
    }

    /** Who gets here is the account's person. */
    private Result<SignedIn> letIn(Account account, Object by, Client client) {
        if (!account.isOpen()) {
            return refused(by, new Refusal.AccountDisabled());
        }
        setup.events().happenedTo(account.id(), Event.SIGNED_IN, by);
        return Result.success(signedIn(account, client));
    }

    /** Of an address without an account too: neither a call nor its time tells which addresses have one. */
    private void keep(Attempt failed, EmailAddress address, Client client) {
        failed.consequence(setup.limits().signIns()).ifPresent(event -> {
            setup.stores().audit().append(failed.subject(), setup.record(event, address.masked(), client));
            failed.credentials()
                    .ifPresentOrElse(
                            known -> setup.events().happenedTo(known.account(), event, address),
                            () -> setup.events().happened(event, address));
        });
    }

    private <T> Result<T> refused(Object by, Refusal refusal) {
        setup.events().happened(Event.SIGN_IN_REFUSED, refusal.getClass().getSimpleName(), by);
        return Result.refused(refusal);
    }

    private Result<IdentityOutcome> newcomer(OidcClaims claims, EmailAddress address, Client client) {
        Question question = signUps.question(address, Optional.of(claims.identity()));
        boolean vouched = claims.emailVerified()
                && setup.trusted().vouches(claims.identity().issuer(), address);
        if (!vouched) {
            return challenges.ask(question, client).then(Result::success);
        }
        if (question.decoy()) {
            return Rule.LINK_NEEDS_SIGN_IN.refused();
        }
        return challenges
                .proven(challenges.vouched(question), Purpose.SIGN_UP)
                .then(proof -> Result.success(signUps.proven(proof.challenge())));
    }
}
