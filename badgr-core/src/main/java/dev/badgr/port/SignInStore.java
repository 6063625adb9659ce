package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import java.time.Instant;
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
     * @param credentials of the account on which the mailbox is verified, if any
     * @param blockedUntil set if this attempt was not admitted (and not counted): when the next one will be
     * @param disabled whether there were too many failures in a row; such an attempt is not counted either
     */
    record Attempt(Optional<Credentials> credentials, Optional<Instant> blockedUntil, boolean disabled) {
        /** Whether the password may be looked at. */
        public boolean admitted() {
            return blockedUntil.isEmpty() && !disabled;
        }
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

    /** Forgets all failures of an account: its password was recovered. */
    void forgive(AccountId account);
}
