package dev.badgr.backpack;

import java.time.Instant;
import java.util.Optional;

/**
 * A collection in the list of its owner's.
 *
 * @param id its name
 * @param name for people
 * @param description what it is about
 * @param badges how many of its badges the Backpack shows
 * @param version to hand to a change
 * @param createdAt when it was made
 */
public record CollectionSummary(
        CollectionId id, String name, Optional<String> description, long badges, long version, Instant createdAt) {
    /** The summary of a collection of which the Backpack shows so many badges. */
    public static CollectionSummary of(Collection collection, long badges) {
        return new CollectionSummary(
                collection.id(),
                collection.name(),
                collection.description(),
                badges,
                collection.version(),
                collection.createdAt());
    }
}
