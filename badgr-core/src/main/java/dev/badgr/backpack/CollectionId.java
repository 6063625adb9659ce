package dev.badgr.backpack;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Uuids;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a collection, for its owner's pages. Random, so it tells nothing; opens nothing, so it is not a secret.
 *
 * @param value 128 random bits
 */
public record CollectionId(UUID value) {
    public CollectionId {
        Objects.requireNonNull(value, "value");
    }

    /** A new one. */
    public static CollectionId random(Random random) {
        return new CollectionId(Uuids.random(random));
    }

    /**
     * Reads {@link #text()} back, in capitals too.
     *
     * @throws InvalidValue for the field {@code collection}
     */
    public static CollectionId parse(@Nullable String text) {
        return Uuids.parse(text == null ? null : text.toLowerCase(Locale.ROOT))
                .map(CollectionId::new)
                .orElseThrow(() -> new InvalidValue("collection", "collection.format"));
    }

    /** 36 characters: a UUID in lower case. */
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
