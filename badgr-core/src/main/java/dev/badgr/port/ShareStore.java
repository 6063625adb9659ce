package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.SharedView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Share links, each stored under the hash of its token. */
public interface ShareStore {
    /**
     * Stores a link, if at this moment the owner's Backpack shows the badge (state SHOWN, not revoked or readdressed, the
     * address verified on the owner's account) or, for a link to a collection, the owner has it.
     *
     * @return whether it is stored
     */
    boolean create(ShareLink link);

    /**
     * In one step: what the link shows at this moment, and counts that it did. Empty, and not counted, if there is no such
     * link, it was revoked or has expired, its owner's account is not open, the badge is not in its owner's Backpack (by the same rule as in {@link #create}),
     * or the collection is gone. Of a collection, only what the Backpack shows is there.
     */
    Optional<SharedView> view(String id, Instant now);

    /** Revokes an owner's link; {@code false} if there is no such link or it was revoked before. */
    boolean revoke(AccountId owner, String id, Instant now);

    /** An owner's links, newest first; at most 1,000. */
    List<ShareLink> of(AccountId owner);
}
