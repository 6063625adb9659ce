package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedBadge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Share links, each stored under the hash of its token. */
public interface ShareStore {
    /**
     * Stores a link, if the owner's Backpack shows the badge at this moment (state SHOWN, not revoked or readdressed, the
     * address verified on the owner's account).
     *
     * @return whether it is stored
     */
    boolean create(ShareLink link);

    /**
     * What the link shows at this moment: empty if there is no such link, it was revoked or has expired, or the badge is not
     * in its owner's Backpack (by the same rule as in {@link #create}).
     */
    Optional<SharedBadge> view(String id, Instant now);

    /** Revokes an owner's link; {@code false} if there is no such link or it was revoked before. */
    boolean revoke(AccountId owner, String id, Instant now);

    /** An owner's links, newest first; at most 1,000. */
    List<ShareLink> of(AccountId owner);
}
