package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Backpack;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.AccountStore.Change;
import dev.badgr.port.Actor;
import dev.badgr.port.Announcement;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.Notice;
import dev.badgr.port.Stores;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the host's staff may do to help a person, or to keep one out. Who may call this is for the host to decide. Each call
 * says who it is and why, and is kept in the account's records ({@link Audit}) where there is an account. Safe for use by
 * many threads.
 */
public final class Administration {
    private static final int MAX_AWARDS = 100;
    private static final int MAX_CLIENTS = 100;
    private static final int TURNS = 20;

    private final Setup setup;
    private final Consents consents;

    Administration(Setup setup) {
        this.setup = setup;
        this.consents = new Consents(setup);
    }

    /**
     * Looks up the account on which an address is verified.
     *
     * @return refused with {@link Refusal.InvalidInput} or {@link Refusal.NotFound}
     */
    public Result<AccountView> find(Actor.Staff staff, EmailForm address) {
        return about(
                staff,
                address,
                Event.ACCOUNT_VIEWED,
                (email, account) -> account.map(this::view)
                        .map(Result::success)
                        .orElseGet(() -> Result.refused(new Refusal.NotFound("account"))));
    }

    /**
     * Says why a badge is, or is not, in the Backpack of the account on which an address is verified. If it is on no account,
     * proving it is the next step. The policy is not asked: what it has yet to decide is told as undecided.
     *
     * @return refused with {@link Refusal.InvalidInput}
     */
    public Result<Explanation> explain(Actor.Staff staff, EmailForm address, AwardId award) {
        Objects.requireNonNull(award, "award");
        return about(staff, address, Event.BADGES_EXPLAINED, (email, account) -> {
            Optional<Award> found = setup.stores().awards().byId(award);
            // An address without an account explains only what was awarded to it.
            return Result.success(found.filter(a -> account.isPresent() || isTo(email, a))
                    .map(a -> explanation(account, a))
                    .orElseGet(Explanation.Unknown::new));
        });
    }

    /**
     * The newest awards to an address, whatever became of them, each with its explanation; at most 100.
     *
     * @return refused with {@link Refusal.InvalidInput}
     */
    public Result<List<Explained>> explainAll(Actor.Staff staff, EmailForm address) {
        return about(
                staff,
                address,
                Event.BADGES_EXPLAINED,
                (email, account) ->
                        Result.success(setup.stores().awards().to(setup.recipient(email), MAX_AWARDS).stream()
                                .map(a -> new Explained(a.id(), a.badge(), a.issuedOn(), explanation(account, a)))
                                .toList()));
    }

    /**
     * Has the mails to an address tried again that wait for another attempt or were given up. {@link Notices#deliver} sends
     * them.
     *
     * @return how many there are; refused with {@link Refusal.InvalidInput}
     */
    public Result<Integer> resendNotices(Actor.Staff staff, EmailForm address) {
        Objects.requireNonNull(staff, "staff");
        return Typed.parse(() -> EmailAddress.parse(address.email()), email -> {
            Optional<AccountId> account =
                    setup.stores().accounts().byEmail(setup.recipient(email)).map(Account::id);
            int due = setup.storage().inTransaction(stores -> {
                account.ifPresent(id -> keep(stores, staff, id, Event.NOTICES_RESENT, email.masked()));
                return stores.notices().retry(setup.recipient(email), setup.now());
            });
            account.ifPresent(id -> tell(staff, id, Event.NOTICES_RESENT));
            return Result.success(due);
        });
    }

    /**
     * Forgets the wrong passwords of an account: whoever waits for a back-off needn't any longer, and a password that was
     * disabled for them works again. Budgets of codes are not given back: no count of guesses at a code ever falls.
     *
     * @return the account then; refused with {@link Refusal.NotFound}
     */
    public Result<AccountView> clearBackOffs(Actor.Staff staff, AccountId account) {
        Objects.requireNonNull(staff, "staff");
        return known(account).then(found -> {
            setup.storage().inTransaction(stores -> {
                stores.signIns().forgive(account);
                return keep(stores, staff, account, Event.BACK_OFFS_CLEARED, "");
            });
            tell(staff, account, Event.BACK_OFFS_CLEARED);
            return Result.success(view(found));
        });
    }

    /**
     * Closes an account: nobody gets in by any way, all sign-ins end, and what it shared is not shown. Its addresses stay
     * taken, and awards still arrive. Whoever doesn't know the password sees no difference; who proves to be the person is
     * told by {@link Refusal.AccountDisabled}. Every address is told. To close it again changes nothing.
     *
     * @return the account then; refused with {@link Refusal.NotFound}, or with {@link Refusal.TryLater} if it changes all the
     *     time
     */
    public Result<AccountView> disable(Actor.Staff staff, AccountId account) {
        return change(
                staff,
                account,
                Notice.Kind.ACCOUNT_DISABLED,
                before -> before.isOpen()
                        ? Optional.of(before.disabledSince(Optional.of(setup.now())))
                        : Optional.empty());
    }

    /** Opens a closed account: everything is as before, but sign-ins stay ended. Refused as {@link #disable} is. */
    public Result<AccountView> restore(Actor.Staff staff, AccountId account) {
        return change(
                staff,
                account,
                Notice.Kind.ACCOUNT_RESTORED,
                before -> before.isOpen() ? Optional.empty() : Optional.of(before.disabledSince(Optional.empty())));
    }

    private <T> Result<T> about(
            Actor.Staff staff,
            EmailForm address,
            Event event,
            BiFunction<EmailAddress, Optional<Account>, Result<T>> then) {
        Objects.requireNonNull(staff, "staff");
        return Typed.parse(() -> EmailAddress.parse(address.email()), email -> {
            Optional<Account> account = setup.stores().accounts().byEmail(setup.recipient(email));
            // First: nothing is shown or done of which there is no record.
            account.ifPresent(a -> keep(setup.stores(), staff, a.id(), event, email.masked()));
            Result<T> result = then.apply(email, account);
            account.ifPresent(a -> tell(staff, a.id(), event));
            return result;
        });
    }

    private Result<Account> known(AccountId id) {
        Objects.requireNonNull(id, "account");
        return setup.stores()
                .accounts()
                .byId(id)
                .map(Result::success)
                .orElseGet(() -> Result.refused(new Refusal.NotFound("account")));
    }

    /** The person may change the account at the same moment: then it is looked at again. */
    private Result<AccountView> change(
            Actor.Staff staff, AccountId id, Notice.Kind kind, Function<Account, Optional<Account>> how) {
        Objects.requireNonNull(staff, "staff");
        for (int turn = 0; turn < TURNS; turn++) {
            Result<Account> found = known(id);
            Optional<Account> before = found.fold(Optional::of, refusal -> Optional.empty());
            Optional<Account> after = before.flatMap(how);
            if (after.isEmpty() || isChanged(before.get(), after.get(), kind, staff)) {
                return found.then(account -> Result.success(view(after.orElse(account))));
            }
        }
        return Result.refused(new Refusal.TryLater(setup.now()));
    }

    private boolean isChanged(Account before, Account after, Notice.Kind kind, Actor.Staff staff) {
        Announcement announcement =
                new Announcement(setup.id(), kind, "", before.preferences().language(), staff, setup.now());
        boolean changed = setup.stores().accounts().replace(before, after, announcement) == Change.CHANGED;
        if (changed) {
            tell(staff, after.id(), announcement.record().event());
        }
        return changed;
    }

    private AuditRecord keep(Stores stores, Actor.Staff staff, AccountId account, Event event, String detail) {
        AuditRecord record = new AuditRecord(setup.id(), event, staff, detail, setup.now());
        stores.audit().append(account, record);
        return record;
    }

    private void tell(Actor.Staff staff, AccountId account, Event event) {
        setup.events().happenedTo(account, event, staff.id());
    }

    private boolean isTo(EmailAddress address, Award award) {
        return award.id().recipient().equals(setup.recipient(address));
    }

    private Explanation explanation(Optional<Account> account, Award award) {
        if (account.isPresent()) {
            return new Backpack(account.get()).explain(award, setup.now());
        }
        return award.readdressedTo().isPresent()
                ? new Explanation.Readdressed()
                : new Explanation.VerifyAddress(award.address().masked());
    }

    private AccountView view(Account account) {
        return AccountView.of(
                account,
                setup.stores().consents().agreed(account.id()).stream()
                        .findFirst()
                        .map(TermsConsent::version),
                consents.due(account.id(), account.preferences().language()).map(TermsVersion::version),
                AccountView.BackOffs.of(
                        setup.stores().signIns().failures(account.id(), MAX_CLIENTS),
                        setup.limits().signIns(),
                        setup.now()));
    }
}
