package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.IdentityHash;
import dev.badgr.email.Capitalisations;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.MailboxStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The spellings of verified addresses, and whose address a hash is of. */
final class Spellings {
    private static final int MAX_ADDED = 20;

    private final Setup setup;

    Spellings(Setup setup) {
        this.setup = setup;
    }

    List<EmailAddress> of(Account account, VerifiedEmail email) {
        return store().spellings(account.id(), email.recipient());
    }

    Result<EmailAddress> add(Account account, VerifiedEmail email, EmailAddress spelling) {
        return switch (store().addSpelling(account.id(), email.recipient(), spelling, MAX_ADDED)) {
            case ADDED -> Result.success(spelling);
            case TOO_MANY -> Rule.TOO_MANY_SPELLINGS.refused();
            case NOT_VERIFIED -> Rule.NOT_ITS_EMAIL.refused();
        };
    }

    Result<EmailAddress> remove(Account account, VerifiedEmail email, EmailAddress spelling) {
        return store().removeSpelling(account.id(), email.recipient(), spelling)
                ? Result.success(spelling)
                : Result.refused(new Refusal.NotFound("spelling"));
    }

    Optional<VerifiedEmail> owns(AccountId id, IdentityHash hash) {
        return setup.stores().accounts().byId(id).flatMap(account -> owns(account, List.of(hash)));
    }

    /** The address that one of these is a hash of. What can be guessed costs no look into the storage. */
    Optional<VerifiedEmail> owns(Account account, List<IdentityHash> hashes) {
        if (hashes.isEmpty()) {
            return Optional.empty();
        }
        return first(account, email -> isOne(Capitalisations.of(email.address()), hashes))
                .or(() -> first(
                        account,
                        email -> isOne(
                                of(account, email).stream()
                                        .map(EmailAddress::text)
                                        .toList(),
                                hashes)));
    }

    private static boolean isOne(Collection<String> spellings, List<IdentityHash> hashes) {
        return spellings.stream().anyMatch(spelling -> hashes.stream().anyMatch(hash -> hash.matches(spelling)));
    }

    private static Optional<VerifiedEmail> first(Account account, Predicate<VerifiedEmail> which) {
        return account.emails().stream().filter(which).findFirst();
    }

    private MailboxStore store() {
        return setup.stores().mailboxes();
    }
}
