package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.Preferences;
import dev.badgr.email.Purpose;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.AccountStore;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.MoveStore;
import java.util.Optional;

/** Accounts, with an index of their addresses and one of their social accounts. */
final class InMemoryAccounts implements AccountStore {
    static final Layout<AccountId, Account> ACCOUNTS = Layout.single();
    static final Layout<RecipientKey, AccountId> EMAILS = Layout.single();
    private static final Layout<ExternalIdentity, AccountId> IDENTITIES = Layout.single();

    private final Proofs proofs;
    private final InMemoryTerms terms;
    private final InMemoryConsents consents;
    private final Spellings spellings;
    private final InMemoryNotices notices;
    private final InMemoryAudit audit;
    private final Table<AccountId, Account> accounts;
    private final Table<RecipientKey, AccountId> emails;
    private final Table<ExternalIdentity, AccountId> identities;

    InMemoryAccounts(Transaction in) {
        this.proofs = new Proofs(in);
        this.terms = new InMemoryTerms(in);
        this.consents = new InMemoryConsents(in);
        this.spellings = new Spellings(in);
        this.notices = new InMemoryNotices(in);
        this.audit = new InMemoryAudit(in);
        this.accounts = in.table(ACCOUNTS);
        this.emails = in.table(EMAILS);
        this.identities = in.table(IDENTITIES);
    }

    @Override
    public Creation create(NewAccount wanted) {
        Account account = wanted.account();
        Optional<BoundChallenge> proof = proofs.usable(wanted.proof(), Purpose.SIGN_UP, wanted.provenSince())
                .filter(bound -> bound.challenge().recipient().equals(account.primary()));
        if (proof.isEmpty()) {
            return Creation.PROOF_GONE;
        } else if (!terms.isToCurrent(wanted.terms(), wanted.now())) {
            return Creation.TERMS_CHANGED;
        } else if (hasTakenEmail(account)) {
            return Creation.EMAIL_TAKEN;
        } else if (hasTakenIdentity(account)) {
            return Creation.IDENTITY_TAKEN;
        }
        proofs.spend(proof.get());
        put(account);
        consents.agree(account.id(), wanted.terms());
        wanted.marketing().ifPresent(choice -> consents.record(account.id(), choice));
        audit.append(account.id(), wanted.record());
        return Creation.CREATED;
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return accounts.find(id);
    }

    @Override
    public Optional<Account> byEmail(RecipientKey recipient) {
        return emails.find(recipient).flatMap(accounts::find);
    }

    @Override
    public Optional<Account> byIdentity(ExternalIdentity identity) {
        return identities.find(identity).flatMap(accounts::find);
    }

    @Override
    public Change replace(Account before, Account after, Announcement announcement) {
        Optional<Account> stored = at(before.id(), before.epoch());
        if (stored.isEmpty()) {
            return Change.STALE;
        } else if (hasTakenEmail(after)) {
            return Change.EMAIL_TAKEN;
        } else if (hasTakenIdentity(after)) {
            return Change.IDENTITY_TAKEN;
        }
        exchange(stored.get(), after.with(stored.get().preferences()), announcement);
        return Change.CHANGED;
    }

    @Override
    public boolean prefer(AccountId id, Preferences preferences) {
        Optional<Account> stored = accounts.find(id);
        stored.ifPresent(account -> accounts.put(id, account.with(preferences)));
        return stored.isPresent();
    }

    /** Adds an address that was just proven. */
    EmailProof add(VerifiedEmail email, AccountId id, long epoch, int maxEmails, Announcement announcement) {
        Optional<Account> stored = at(id, epoch);
        if (stored.isEmpty()) {
            return EmailProof.ACCOUNT_CHANGED;
        } else if (emails.has(email.recipient())) {
            return EmailProof.TAKEN;
        } else if (stored.get().obstacleToAdding(maxEmails).isPresent()) {
            return EmailProof.TOO_MANY;
        }
        exchange(stored.get(), stored.get().with(email), announcement);
        return EmailProof.ADDED;
    }

    /** Another hash of the same password: no change that anybody's sign-in must end for, so the epoch stays. */
    void rehash(AccountId id, PasswordHash checked, PasswordHash newer) {
        accounts.find(id)
                .filter(a -> a.password().equals(Optional.of(checked)))
                .ifPresent(a -> accounts.put(id, a.withPassword(newer).atEpoch(a.epoch())));
    }

    /** Puts two accounts between which an address has moved. What hangs on the mailbox stays. */
    void move(Account giver, Account without, Account with, MoveStore.Telling telling) {
        put(without);
        put(with);
        notices.announce(telling.removed(), giver);
        notices.announce(telling.added(), with);
        audit.append(without.id(), telling.removed().record());
        audit.append(with.id(), telling.added().record());
    }

    /** Puts what two accounts have together in the place of both. */
    void merge(Account gone, Account together, Announcement announcement) {
        accounts.remove(gone.id());
        put(together);
        notices.announce(announcement, together);
    }

    /** Removes an account, if it is still as it was loaded. */
    boolean remove(Account account) {
        boolean there = at(account.id(), account.epoch()).isPresent();
        if (there) {
            removeKeys(account);
            account.emails().forEach(email -> spellings.forget(email.recipient()));
            accounts.remove(account.id());
        }
        return there;
    }

    /** Whether the stored one is at the same epoch. */
    boolean isCurrent(Account account) {
        return at(account.id(), account.epoch()).isPresent();
    }

    Optional<Account> at(AccountId id, long epoch) {
        return accounts.find(id).filter(account -> account.epoch() == epoch);
    }

    private boolean hasTakenEmail(Account account) {
        return account.emails().stream()
                .flatMap(email -> emails.find(email.recipient()).stream())
                .anyMatch(owner -> !owner.equals(account.id()));
    }

    private boolean hasTakenIdentity(Account account) {
        return account.identities().stream()
                .flatMap(identity -> identities.find(identity).stream())
                .anyMatch(owner -> !owner.equals(account.id()));
    }

    private void exchange(Account before, Account after, Announcement announcement) {
        removeKeys(before);
        before.emails().stream()
                .map(VerifiedEmail::recipient)
                .filter(mailbox -> !after.hasVerified(mailbox))
                .forEach(spellings::forget);
        put(after);
        notices.announce(announcement, before);
        notices.announce(announcement, after);
        audit.append(after.id(), announcement.record());
    }

    private void removeKeys(Account account) {
        account.emails().forEach(email -> emails.remove(email.recipient()));
        account.identities().forEach(identities::remove);
    }

    private void put(Account account) {
        accounts.put(account.id(), account);
        account.emails().forEach(email -> emails.put(email.recipient(), account.id()));
        account.identities().forEach(identity -> identities.put(identity, account.id()));
    }
}
