package dev.badgr.backpack;

import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.BadgeId;
import dev.badgr.award.IssuerId;
import dev.badgr.text.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * Which page of a Backpack: newest first, so many, after the last one of the page before.
 *
 * @param state {@link AwardState#SHOWN} for the Backpack itself; {@code OFFERED}, {@code DECLINED} and {@code HIDDEN} for
 *     what can be accepted or restored
 * @param limit 1 to 100
 * @param after the last award of the page before
 * @param badge only this badge
 * @param issuer only this issuer's
 * @param text only badges with this text in their name, whatever the case
 * @param tag only badges with exactly this tag
 */
public record BackpackQuery(
        AwardState state,
        int limit,
        Optional<AwardId> after,
        Optional<BadgeId> badge,
        Optional<IssuerId> issuer,
        Optional<String> text,
        Optional<String> tag) {
    private static final int MAX = 100;

    public BackpackQuery {
        Objects.requireNonNull(state, "state");
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("limit: 1 to " + MAX);
        }
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(badge, "badge");
        Objects.requireNonNull(issuer, "issuer");
        text = text.map(t -> Text.line("text", t, 200));
        tag = tag.map(t -> Text.line("tag", t, 50));
    }

    /** The newest so many of the Backpack. */
    public static BackpackQuery newest(int limit) {
        return new BackpackQuery(
                AwardState.SHOWN,
                limit,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The page after this one.
     *
     * @param cursor {@link Page#next()} of the page before
     * @throws dev.badgr.text.InvalidValue if it is no such text
     */
    public BackpackQuery after(String cursor) {
        return new BackpackQuery(state, limit, Optional.of(AwardId.parse(cursor)), badge, issuer, text, tag);
    }

    /** The same for what is in another state. */
    public BackpackQuery in(AwardState other) {
        return new BackpackQuery(other, limit, after, badge, issuer, text, tag);
    }

    /** Only this badge. */
    public BackpackQuery of(BadgeId only) {
        return new BackpackQuery(state, limit, after, Optional.of(only), issuer, text, tag);
    }

    /** Only this issuer's. */
    public BackpackQuery from(IssuerId only) {
        return new BackpackQuery(state, limit, after, badge, Optional.of(only), text, tag);
    }

    /** Only badges with this in their name. */
    public BackpackQuery named(String part) {
        return new BackpackQuery(state, limit, after, badge, issuer, Optional.of(part), tag);
    }

    /** Only badges with this tag. */
    public BackpackQuery tagged(String only) {
        return new BackpackQuery(state, limit, after, badge, issuer, text, Optional.of(only));
    }
}
