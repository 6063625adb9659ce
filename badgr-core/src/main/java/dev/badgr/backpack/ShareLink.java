package dev.badgr.backpack;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link by which a person shows one badge to whoever has it, until she takes it back, it expires, or the badge leaves her
 * Backpack.
 *
 * @param id {@link ShareToken#hash()}: names the link, but doesn't open it
 * @param owner whose Backpack
 * @param award which badge
 * @param createdAt when
 * @param expiresAt from when on it shows nothing
 * @param revokedAt since when it shows nothing
 */
public record ShareLink(
        String id,
        AccountId owner,
        AwardId award,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {
    public ShareLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** Whether it still opens, as far as the link itself is concerned. */
    public boolean isLiveAt(Instant now) {
        return revokedAt.isEmpty() && (expiresAt.isEmpty() || now.isBefore(expiresAt.get()));
    }

    /** The same in another's hands. */
    public ShareLink ownedBy(AccountId other) {
        return new ShareLink(id, other, award, createdAt, expiresAt, revokedAt);
    }
}
