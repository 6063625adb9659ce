package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import dev.badgr.backpack.Shareable;
import dev.badgr.backpack.SharedView;
import dev.badgr.text.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Showing a badge or a collection to others by a link. Everything is private until then. A link to a badge stops by itself when
 * the badge is declined, hidden, revoked, or leaves the Backpack; a link to a collection when the collection is deleted, and it
 * never shows a badge that the Backpack doesn't. What people do with a link is in {@link dev.badgr.backpack.ShareTargets}. Safe
 * for use by many threads.
 */
public final class Sharing {
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Setup setup;
    private final Backpacks backpacks;

    Sharing(Setup setup, Backpacks backpacks) {
        this.setup = setup;
        this.backpacks = backpacks;
    }

    /**
     * Makes a link to one badge.
     *
     * @param expiresIn after how long it stops, at most a hundred years; empty for never
     * @return refused with {@link Refusal.NotThere} if the Backpack doesn't show the badge
     */
    public Result<Shared> create(AccountId owner, AwardId award, Optional<Duration> expiresIn) {
        Objects.requireNonNull(owner, "owner");
        return shared(owner, new Shareable.OneBadge(award), expiresIn)
                .orElseGet(() -> Result.refused(new Refusal.NotThere(backpacks.explain(owner, award))));
    }

    /**
     * Makes a link to a collection, as it will be when the link is opened.
     *
     * @param expiresIn after how long it stops, at most a hundred years; empty for never
     * @return refused with {@link Refusal.NotFound} if there is none such of hers
     */
    public Result<Shared> create(AccountId owner, CollectionId collection, Optional<Duration> expiresIn) {
        Objects.requireNonNull(owner, "owner");
        return shared(owner, new Shareable.WholeCollection(collection), expiresIn)
                .orElseGet(() -> Result.refused(new Refusal.NotFound("collection")));
    }

    /**
     * What to show to whoever opens a link: no address, no account. Each time that it shows something is counted in
     * {@link ShareLink#views()}; by whom is not kept.
     *
     * @param token the last part of the link, as it came
     * @return a {@link dev.badgr.backpack.SharedBadge} or a {@link dev.badgr.backpack.SharedCollection}; empty if the link
     *     shows nothing (any more), for whatever reason: answer with 404
     */
    public Optional<SharedView> view(@Nullable String token) {
        try {
            return setup.stores().shares().view(ShareToken.parse(token).hash(), setup.now());
        } catch (InvalidValue notAToken) {
            return Optional.empty();
        }
    }

    /**
     * Stops a link.
     *
     * @param id {@link ShareLink#id()}
     * @return whether it was stopped by this call
     */
    public boolean revoke(AccountId owner, String id) {
        Objects.requireNonNull(owner, "owner");
        // What can't be an id needn't trouble the storage.
        return ID.matcher(id).matches() && setup.stores().shares().revoke(owner, id, setup.now());
    }

    /** An owner's links, newest first. */
    public List<ShareLink> list(AccountId owner) {
        Objects.requireNonNull(owner, "owner");
        return setup.stores().shares().of(owner);
    }

    private Optional<Result<Shared>> shared(AccountId owner, Shareable target, Optional<Duration> expiresIn) {
        expiresIn.ifPresent(Sharing::requireSpan);
        Instant now = setup.now();
        ShareToken token = ShareToken.random(setup.random());
        ShareLink link = ShareLink.create(token, owner, target, now, expiresIn.map(now::plus));
        return setup.stores().shares().create(link)
                ? Optional.of(Result.success(new Shared(token, setup.site().shareLink(token), link)))
                : Optional.empty();
    }

    private static void requireSpan(Duration expiresIn) {
        if (expiresIn.isNegative() || expiresIn.isZero() || expiresIn.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expiresIn: more than nothing, at most " + LONGEST.toDays() + " days");
        }
    }
}
