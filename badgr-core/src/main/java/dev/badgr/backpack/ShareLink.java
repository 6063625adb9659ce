package dev.badgr.backpack;

import dev.badgr.account.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link by which a person shows a badge or a collection to whoever has it, until she takes it back, it expires, the badge
 * leaves her Backpack, or the collection is deleted.
 *
 * @param id {@link ShareToken#hash()}: names the link, but doesn't open it
 * @param owner whose Backpack
 * @param target what it shows
 * @param createdAt when
 * @param expiresAt from when on it shows nothing
 * @param revokedAt since when it shows nothing
 * @param views how often it has shown something, to people and to the machines that fetch links; by whom is not kept
 */
public record ShareLink(
        String id,
        AccountId owner,
        Shareable target,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        long views) {
    public ShareLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** A new one, that nobody has opened. */
    public static ShareLink create(
            ShareToken token, AccountId owner, Shareable target, Instant createdAt, Optional<Instant> expiresAt) {
        return new ShareLink(token.hash(), owner, target, createdAt, expiresAt, Optional.empty(), 0);
    }

    /** Whether it still opens, as far as the link itself is concerned. */
    public boolean isLiveAt(Instant now) {
        return revokedAt.isEmpty() && (expiresAt.isEmpty() || now.isBefore(expiresAt.get()));
    }

    /** The same, opened once more. */
    public ShareLink viewed() {
        return new ShareLink(id, owner, target, createdAt, expiresAt, revokedAt, views + 1);
    }

    /** The same, taken back. */
    public ShareLink revoked(Instant now) {
        return new ShareLink(id, owner, target, createdAt, expiresAt, Optional.of(now), views);
    }

    /** The same in another's hands. */
    public ShareLink ownedBy(AccountId other) {
        return new ShareLink(id, other, target, createdAt, expiresAt, revokedAt, views);
    }
}
