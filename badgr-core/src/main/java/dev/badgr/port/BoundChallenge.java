package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.Challenge;
import java.util.Objects;
import java.util.Optional;

/**
 * A challenge, and what it is bound to besides its address.
 *
 * @param challenge the challenge
 * @param account the account that it is for, unless it is for one that doesn't exist yet
 * @param identity the social account that is to be linked to the account that comes of it
 * @param other the account that is to be merged into that one; never the same
 */
public record BoundChallenge(
        Challenge challenge,
        Optional<AccountId> account,
        Optional<ExternalIdentity> identity,
        Optional<AccountId> other) {
    public BoundChallenge {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(other, "other");
        if (other.isPresent() && other.equals(account)) {
            throw new IllegalArgumentException("other: must not be the same account");
        }
    }

    /** One that concerns no other account. */
    public BoundChallenge(Challenge challenge, Optional<AccountId> account, Optional<ExternalIdentity> identity) {
        this(challenge, account, identity, Optional.empty());
    }

    /** The same after what became of the challenge. */
    public BoundChallenge with(Challenge after) {
        return new BoundChallenge(after, account, identity, other);
    }
}
