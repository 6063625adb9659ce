package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.Advice;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.Preferences;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account's ways in. Each change needs a sign-in a few minutes ago at most, ends all other sessions, and every verified
 * address is told. Safe for use by many threads.
 */
public final class Accounts {
    private final Setup setup;
    private final Sessions sessions;
    private final NewPasswords passwords;

    Accounts(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
        this.passwords = new NewPasswords(setup);
    }

    /** An account by its id. */
    public Optional<Account> find(AccountId id) {
        Objects.requireNonNull(id, "id");
        return setup.stores().accounts().byId(id);
    }

    /** The account on which an address is verified: for the host itself, never for an answer to a stranger. */
    public Optional<Account> findByEmail(EmailAddress address) {
        return setup.stores().accounts().byEmail(setup.recipient(address));
    }

    /**
     * Sets a password, in place of another or beside a social account.
     *
     * @return refused with {@link Refusal.InvalidInput}, {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.TryLater}
     */
    public Result<Changed> changePassword(Session session, NewPasswordForm form, Client client) {
        return sessions.fresh(session).then(account -> {
            List<EmailAddress> addresses =
                    account.emails().stream().map(VerifiedEmail::address).toList();
            return passwords
                    .hash(form, Optional.of(account.name()), addresses, List.of())
                    .then(hash -> store(session, account, hash, client));
        });
    }

    /**
     * Links a social account that the host has validated.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<Changed> link(Session session, ExternalIdentity identity, Client client) {
        return sessions.fresh(session).then(account -> {
            if (account.identities().contains(identity)) {
                return Rule.IDENTITY_ALREADY_LINKED.refused();
            }
            return sessions.change(
                    session, account, account.with(identity), Notice.Kind.IDENTITY_LINKED, identity.issuer(), client);
        });
    }

    /**
     * Unlinks a social account, unless it is the last way in.
     *
     * @return refused with {@link Refusal.SessionEnded}, {@link Refusal.SignInTooOld} or {@link Refusal.NotPossible}
     */
    public Result<Changed> unlink(Session session, ExternalIdentity identity, Client client) {
        return sessions.fresh(session).then(account -> {
            Optional<Account.Obstacle> obstacle = account.obstacleToUnlinking(identity);
            if (obstacle.isPresent()) {
                return Rule.of(obstacle.get()).refused();
            }
            return sessions.change(
                    session,
                    account,
                    account.without(identity),
                    Notice.Kind.IDENTITY_UNLINKED,
                    identity.issuer(),
                    client);
        });
    }

    /**
     * What unlinking a social account would leave: what there would be to say to the account then. Changes nothing; refused as
     * {@link #unlink} would be.
     */
    public Result<List<Advice>> previewUnlinking(Session session, ExternalIdentity identity) {
        Objects.requireNonNull(identity, "identity");
        return sessions.current(session).then(account -> {
            Optional<Account.Obstacle> obstacle = account.obstacleToUnlinking(identity);
            return obstacle.isPresent()
                    ? Rule.of(obstacle.get()).refused()
                    : Result.success(setup.advice(account.without(identity)));
        });
    }

    /** What the person should do lest she loses her account one day; refused with {@link Refusal.SessionEnded}. */
    public Result<List<Advice>> advice(Session session) {
        return sessions.current(session).then(account -> Result.success(setup.advice(account)));
    }

    /**
     * Keeps in which language and time zone the person is written to. No sign-in ends for that.
     *
     * @return refused with {@link Refusal.InvalidInput} or {@link Refusal.SessionEnded}
     */
    public Result<Preferences> setPreferences(Session session, PreferencesForm form) {
        return Typed.parse(
                () -> Preferences.parse(form.language(), form.zone()),
                wanted -> sessions.current(session)
                        .then(account -> setup.stores().accounts().prefer(account.id(), wanted)
                                ? Result.success(wanted)
                                : Result.refused(new Refusal.SessionEnded())));
    }

    private Result<Changed> store(Session session, Account account, PasswordHash hash, Client client) {
        return sessions.change(session, account, account.withPassword(hash), Notice.Kind.PASSWORD_CHANGED, "", client);
    }
}
