package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Announcement;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Stores;
import java.time.Instant;
import java.util.Locale;

/** What a session still allows, and the one way to change an account under it. */
final class Sessions {
    private final Setup setup;

    Sessions(Setup setup) {
        this.setup = setup;
    }

    /** The account, if nothing has ended the session. */
    Result<Account> current(Session session) {
        return setup.stores()
                .accounts()
                .byId(session.account())
                .filter(account -> account.epoch() == session.epoch())
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.SessionEnded()));
    }

    /** The account, if the sign-in is new enough for a change of password, address or linked identity. */
    Result<Account> fresh(Session session) {
        return isFresh(session) ? current(session) : Result.refused(new Refusal.SignInTooOld());
    }

    /** Whether the sign-in is that new; says nothing about whether the session has ended. */
    boolean isFresh(Session session) {
        Instant oldest = setup.now().minus(setup.limits().signIns().freshFor());
        return !session.signedInAt().isBefore(oldest);
    }

    /**
     * Stores a change and tells every address. The session carries the epoch that the change began with, so an account that
     * has changed meanwhile has ended the session too.
     */
    Result<Changed> change(
            Session session, Account before, Account after, Notice.Kind kind, String detail, Client client) {
        return change(setup.stores(), session, before, after, kind, detail, client)
                .then(changed -> {
                    setup.events().happenedTo(after.id(), Event.valueOf(kind.name()));
                    return Result.success(changed);
                });
    }

    /** The same as part of a transaction: the caller tells what happened, after that. */
    Result<Changed> change(
            Stores stores,
            Session session,
            Account before,
            Account after,
            Notice.Kind kind,
            String detail,
            Client client) {
        Change change = stores.accounts()
                .replace(
                        before,
                        after,
                        announcement(kind, detail, before.preferences().language(), client));
        return switch (change) {
            case CHANGED -> Result.success(new Changed(after, session.after(after)));
            case STALE -> Result.refused(new Refusal.SessionEnded());
            case EMAIL_TAKEN -> Rule.EMAIL_TAKEN.refused();
            case IDENTITY_TAKEN -> Rule.IDENTITY_TAKEN.refused();
        };
    }

    /** @param language for mailboxes that have no account when they are told; all others are told in their account's */
    Announcement announcement(Notice.Kind kind, String detail, Locale language, Client client) {
        return new Announcement(setup.id(), kind, detail, language, setup.person(client), setup.now());
    }

    /** One of the account's addresses, in whatever spelling. */
    static Result<VerifiedEmail> own(Account account, EmailAddress address) {
        return account.email(address.key()).map(Result::success).orElseGet(() -> Rule.NOT_ITS_EMAIL.refused());
    }
}
