package dev.badgr.backpack;

import dev.badgr.account.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a share link shows of a collection.
 *
 * @param title what its owner calls it
 * @param description what it is about
 * @param earnedBy the person's name, as she gave it
 * @param badges those that her Backpack shows at the moment, in her order
 */
public record SharedCollection(String title, Optional<String> description, String earnedBy, List<SharedBadge> badges)
        implements SharedView {
    public SharedCollection {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(earnedBy, "earnedBy");
        badges = List.copyOf(badges);
    }

    /** The public part of a collection of which the Backpack shows these. */
    public static SharedCollection of(Collection collection, List<BackpackEntry> shown, PersonName name, Instant now) {
        return new SharedCollection(
                collection.name(),
                collection.description(),
                name.full(),
                shown.stream().map(entry -> SharedBadge.of(entry, name, now)).toList());
    }
}
