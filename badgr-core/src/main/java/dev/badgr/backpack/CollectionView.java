package dev.badgr.backpack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A collection as its owner sees it at one moment.
 *
 * @param id its name
 * @param name for people
 * @param description what it is about
 * @param entries those of its badges that the Backpack shows, in the owner's order
 * @param version to hand to a change of what is seen here
 * @param createdAt when it was made
 */
public record CollectionView(
        CollectionId id,
        String name,
        Optional<String> description,
        List<BackpackEntry> entries,
        long version,
        Instant createdAt) {
    public CollectionView {
        entries = List.copyOf(entries);
    }

    /** What is seen of a collection of which the Backpack shows these. */
    public static CollectionView of(Collection collection, List<BackpackEntry> shown) {
        return new CollectionView(
                collection.id(),
                collection.name(),
                collection.description(),
                shown,
                collection.version(),
                collection.createdAt());
    }
}
