package dev.badgr.account;

import dev.badgr.email.EmailKey;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerifiedEmail;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A person's account. There is none without a verified address, and exactly one of its addresses is the primary one.
 *
 * <p>Immutable. Each change gives an account with the next {@link #epoch()}; storage takes it only if the stored epoch is
 * still the one that the change began with, so of two changes at once one begins again. A sign-in carries the epoch it saw
 * and ends when the account has moved on.
 *
 * @param id its name
 * @param name the person's name
 * @param password the stored password; empty if the person signs in by social accounts only
 * @param emails the verified addresses, oldest first; at least one
 * @param primary the one of them to which notices go
 * @param identities the linked social accounts
 * @param preferences in which language and time zone the person is written to
 * @param disabledAt since when the host's staff keeps everybody out of it; empty if it is open
 * @param epoch counts the changes of password, address and linked identity
 * @param createdAt when
 */
public record Account(
        AccountId id,
        PersonName name,
        Optional<PasswordHash> password,
        List<VerifiedEmail> emails,
        RecipientKey primary,
        List<ExternalIdentity> identities,
        Preferences preferences,
        Optional<Instant> disabledAt,
        long epoch,
        Instant createdAt) {

    /** Why a change of an account is not possible. */
    public enum Obstacle {
        /** The last address can't be removed. */
        LAST_EMAIL,
        /** Another address must be made the primary one first. */
        PRIMARY_EMAIL,
        /** There are as many addresses as an account may have. */
        TOO_MANY_EMAILS,
        /** The address is none of this account's. */
        NOT_ITS_EMAIL,
        /** The social account is not linked to this account. */
        NOT_ITS_IDENTITY,
        /** The last way to sign in can't be removed. */
        LAST_WAY_IN
    }

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(preferences, "preferences");
        Objects.requireNonNull(disabledAt, "disabledAt");
        Objects.requireNonNull(createdAt, "createdAt");
        emails = List.copyOf(emails);
        identities = List.copyOf(identities);
        RecipientKey first = Objects.requireNonNull(primary, "primary");
        if (emails.stream().noneMatch(e -> e.recipient().equals(first))) {
            throw new IllegalArgumentException("primary: must be one of the account's verified addresses");
        }
        if (password.isEmpty() && identities.isEmpty()) {
            throw new IllegalArgumentException("password, identities: an account needs a way in");
        }
    }

    /** A new account, at its first epoch. */
    public static Account create(
            AccountId id,
            PersonName name,
            Optional<PasswordHash> password,
            VerifiedEmail email,
            Optional<ExternalIdentity> identity,
            Preferences preferences,
            Instant createdAt) {
        return new Account(
                id,
                name,
                password,
                List.of(email),
                email.recipient(),
                identity.stream().toList(),
                preferences,
                Optional.empty(),
                1,
                createdAt);
    }

    /** Whether its person may sign in. */
    public boolean isOpen() {
        return disabledAt.isEmpty();
    }

    /** The address to which notices go. */
    public VerifiedEmail primaryEmail() {
        return email(primary).orElseThrow();
    }

    /** One of the addresses, by its stored name. */
    public Optional<VerifiedEmail> email(RecipientKey recipient) {
        return emails.stream().filter(e -> e.recipient().equals(recipient)).findFirst();
    }

    /** One of the addresses, by its key. */
    public Optional<VerifiedEmail> email(EmailKey key) {
        return emails.stream().filter(e -> e.key().equals(key)).findFirst();
    }

    /** Whether this mailbox is verified on this account. */
    public boolean hasVerified(RecipientKey recipient) {
        return email(recipient).isPresent();
    }

    /** Why no address can be added; empty if one can. */
    public Optional<Obstacle> obstacleToAdding(int maxEmails) {
        return emails.size() < maxEmails ? Optional.empty() : Optional.of(Obstacle.TOO_MANY_EMAILS);
    }

    /** Why an address can't be removed; empty if it can. */
    public Optional<Obstacle> obstacleToRemoving(EmailKey key) {
        Optional<VerifiedEmail> email = email(key);
        if (email.isEmpty()) {
            return Optional.of(Obstacle.NOT_ITS_EMAIL);
        } else if (emails.size() == 1) {
            return Optional.of(Obstacle.LAST_EMAIL);
        }
        return email.get().recipient().equals(primary) ? Optional.of(Obstacle.PRIMARY_EMAIL) : Optional.empty();
    }

    /** Why a social account can't be unlinked; empty if it can. */
    public Optional<Obstacle> obstacleToUnlinking(ExternalIdentity identity) {
        if (!identities.contains(identity)) {
            return Optional.of(Obstacle.NOT_ITS_IDENTITY);
        }
        return password.isEmpty() && identities.size() == 1 ? Optional.of(Obstacle.LAST_WAY_IN) : Optional.empty();
    }

    /** With one more address. */
    public Account with(VerifiedEmail email) {
        return changed(password, append(emails, email), primary, identities);
    }

    /** Without an address; ask {@link #obstacleToRemoving} first. */
    public Account without(EmailKey key) {
        return changed(password, drop(emails, e -> e.key().equals(key)), primary, identities);
    }

    /** With another of its addresses as the primary one. */
    public Account withPrimary(RecipientKey recipient) {
        return changed(password, emails, recipient, identities);
    }

    /** With a new password. */
    public Account withPassword(PasswordHash hash) {
        return changed(Optional.of(hash), emails, primary, identities);
    }

    /** With one more social account. */
    public Account with(ExternalIdentity identity) {
        return changed(password, emails, primary, append(identities, identity));
    }

    /** Without a social account; ask {@link #obstacleToUnlinking} first. */
    public Account without(ExternalIdentity identity) {
        return changed(password, emails, primary, drop(identities, identity::equals));
    }

    /** Whether this mailbox is verified on this account, and the account is open. */
    public boolean isOpenTo(RecipientKey recipient) {
        return isOpen() && hasVerified(recipient);
    }

    /**
     * With the addresses and social accounts of another account behind its own, in their order. Name, password, primary
     * address and preferences stay. The epochs add up, so that what came of the other keeps its place by its epoch plus this
     * one's.
     */
    public Account takingIn(Account other) {
        return copy(
                password,
                Stream.concat(emails.stream(), other.emails.stream()).toList(),
                primary,
                Stream.concat(identities.stream(), other.identities.stream()).toList(),
                preferences,
                disabledAt,
                epoch + other.epoch);
    }

    /** Closed to everybody since then, or open again. */
    public Account disabledSince(Optional<Instant> when) {
        return copy(password, emails, primary, identities, preferences, when, epoch + 1);
    }

    /** Written to in another way. Nobody's sign-in ends for that, so the epoch stays. */
    public Account with(Preferences other) {
        return copy(password, emails, primary, identities, other, disabledAt, epoch);
    }

    /** The same at another epoch: for storages, where something changes that nobody's sign-in must end for. */
    public Account atEpoch(long other) {
        return copy(password, emails, primary, identities, preferences, disabledAt, other);
    }

    private Account changed(
            Optional<PasswordHash> newPassword,
            List<VerifiedEmail> newEmails,
            RecipientKey newPrimary,
            List<ExternalIdentity> newIdentities) {
        return copy(newPassword, newEmails, newPrimary, newIdentities, preferences, disabledAt, epoch + 1);
    }

    private Account copy(
            Optional<PasswordHash> newPassword,
            List<VerifiedEmail> newEmails,
            RecipientKey newPrimary,
            List<ExternalIdentity> newIdentities,
            Preferences newPreferences,
            Optional<Instant> newDisabledAt,
            long newEpoch) {
        return new Account(
                id,
                name,
                newPassword,
                newEmails,
                newPrimary,
                newIdentities,
                newPreferences,
                newDisabledAt,
                newEpoch,
                createdAt);
    }

    private static <T> List<T> append(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> drop(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }
}
