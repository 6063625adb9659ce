package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.account.SignInRules;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.SignInStore.FailedSignIns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An account as the host's staff sees it: enough to help its person, without a full address or the name of a social account.
 *
 * @param id its name
 * @param name the person's name
 * @param emails the verified addresses, masked, the primary one first
 * @param hasPassword whether there is a password to sign in with
 * @param socialIssuers who vouches for the linked social accounts
 * @param preferences in which language and time zone the person is written to
 * @param disabledAt since when the staff keeps everybody out; empty if it is open
 * @param epoch counts the changes of password, address and linked identity
 * @param createdAt when
 * @param termsAgreed the version of the Terms that the person agreed to last
 * @param termsDue the version that she has yet to agree to; empty if there is none
 * @param signIns what wrong passwords have led to
 */
public record AccountView(
        AccountId id,
        PersonName name,
        List<String> emails,
        boolean hasPassword,
        List<String> socialIssuers,
        Preferences preferences,
        Optional<Instant> disabledAt,
        long epoch,
        Instant createdAt,
        Optional<String> termsAgreed,
        Optional<String> termsDue,
        BackOffs signIns) {

    /**
     * What wrong passwords have led to.
     *
     * @param failuresInARow how many there were, from all clients
     * @param passwordDisabled whether the password is refused until it is recovered
     * @param clientsWaiting how many clients must wait
     * @param until how long the last of them must; empty if none must
     */
    public record BackOffs(int failuresInARow, boolean passwordDisabled, int clientsWaiting, Optional<Instant> until) {

        static BackOffs of(FailedSignIns failed, SignInRules rules, Instant now) {
            List<Instant> waiting = failed.byClient().stream()
                    .flatMap(one -> rules.blockedUntil(one.count(), one.last(), now).stream())
                    .toList();
            return new BackOffs(
                    failed.inARow(),
                    failed.inARow() >= rules.failuresInARow(),
                    waiting.size(),
                    waiting.stream().max(Comparator.naturalOrder()));
        }
    }

    public AccountView {
        emails = List.copyOf(emails);
        socialIssuers = List.copyOf(socialIssuers);
    }

    static AccountView of(Account account, Optional<String> termsAgreed, Optional<String> termsDue, BackOffs signIns) {
        return new AccountView(
                account.id(),
                account.name(),
                masked(account),
                account.password().isPresent(),
                account.identities().stream().map(ExternalIdentity::issuer).toList(),
                account.preferences(),
                account.disabledAt(),
                account.epoch(),
                account.createdAt(),
                termsAgreed,
                termsDue,
                signIns);
    }

    private static List<String> masked(Account account) {
        Comparator<VerifiedEmail> primaryFirst =
                Comparator.comparing(email -> !email.recipient().equals(account.primary()));
        return account.emails().stream()
                .sorted(primaryFirst)
                .map(email -> email.address().masked())
                .toList();
    }
}
