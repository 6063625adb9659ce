package dev.badgr.port;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Attempts to sign in with a password. An attempt is counted as a failure before the password is looked at, and forgiven
 * if it was right, so that any number at once can't outrun the count. An address without an account is counted the same
 * way as one with an account.
 */
public interface SignInStore {
    /**
     * What to check the password against.
     *
     * @param account whose
     * @param password empty if the account has none
     */
    record Credentials(AccountId account, Optional<PasswordHash> password) {}

    /**
     * A reserved attempt.
     *
     * @param subject under which it is counted: the account or, for a mailbox without one, a name made of its key
     * @param credentials of the account on which the mailbox is verified, if any
     * @param blockedUntil set if this attempt was not admitted (and not counted): when the next one will be
     * @param disabled whether there were too many failures in a row; such an attempt is not counted either
     * @param failures how many of this client count with this one, should it fail; 0 if it was not admitted
     * @param inARow how many of all clients there are in a row then
     */
    record Attempt(
            AccountId subject,
            Optional<Credentials> credentials,
            Optional<Instant> blockedUntil,
            boolean disabled,
            int failures,
            int inARow) {
        /** Whether the password may be looked at. */
        public boolean admitted() {
            return blockedUntil.isEmpty() && !disabled;
        }

        /** What it brings about should it fail, if that is to be kept: at most once for each failure that is counted. */
        public Optional<Event> consequence(SignInRules rules) {
            if (inARow >= rules.failuresInARow()) {
                return Optional.of(Event.PASSWORD_DISABLED);
            }
            return rules.backOff(failures).isZero() ? Optional.empty() : Optional.of(Event.SIGN_INS_SLOWED);
        }
    }

    /**
     * Failures to sign in to an account.
     *
     * @param inARow how many in a row, from all clients
     * @param byClient those of each client
     */
    record FailedSignIns(int inARow, List<OfClient> byClient) {
        public FailedSignIns {
            byClient = List.copyOf(byClient);
        }

        /**
         * Those of one client.
         *
         * @param client from where
         * @param count how many
         * @param last when the latest was
         */
        public record OfClient(ClientKey client, int count, Instant last) {}
    }

    /**
     * In one step: finds the credentials and counts a failure for the pair of account and client and for the account in
     * all, unless a back-off is running or the password is disabled. Failures older than the window begin a new count; by
     * {@link SignInRules#backOff} the count sets until when the next attempt of this pair is blocked.
     */
    Attempt reserve(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now);

    /**
     * The attempt was right: forgets the failures of this pair and those in a row, and puts a newer hash in the place of
     * the one that was checked, if that is still the stored one. If it is, and the account is open, the record is kept too.
     *
     * @param checked the hash that the password matched
     * @param newer the hash to keep instead; empty to keep the checked one
     * @param record what is kept of it
     */
    void succeed(
            AccountId account,
            ClientKey client,
            PasswordHash checked,
            Optional<PasswordHash> newer,
            AuditRecord record);

    /**
     * In one step: finds the account to which a social account is linked and, if it is open, keeps the record of this
     * sign-in.
     */
    Optional<Account> recognise(ExternalIdentity identity, AuditRecord record);

    /**
     * The failures that are stored of an account, whether they still count or not.
     *
     * @param max at most those of so many clients, the latest first
     */
    FailedSignIns failures(AccountId account, int max);

    /** Forgets all failures of an account: its password was recovered, or the host's staff wants it so. */
    void forgive(AccountId account);
}
