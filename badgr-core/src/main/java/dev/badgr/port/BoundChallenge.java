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
 */
public record BoundChallenge(Challenge challenge, Optional<AccountId> account, Optional<ExternalIdentity> identity) {
    public BoundChallenge {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(identity, "identity");
    }
}
