package dev.badgr.backpack;

import dev.badgr.award.AwardId;
import java.util.Objects;

/** What a share link leads to. */
public sealed interface Shareable {
    /**
     * One badge.
     *
     * @param award which
     */
    record OneBadge(AwardId award) implements Shareable {
        public OneBadge {
            Objects.requireNonNull(award, "award");
        }
    }

    /**
     * A collection, as it is when the link is opened.
     *
     * @param collection which
     */
    record WholeCollection(CollectionId collection) implements Shareable {
        public WholeCollection {
            Objects.requireNonNull(collection, "collection");
        }
    }
}
