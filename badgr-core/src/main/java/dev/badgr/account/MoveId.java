package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a move of an address, in a form of the host's too. Random, so it tells nothing; not a secret.
 *
 * @param value a random UUID
 */
public record MoveId(UUID value) {
    public MoveId {
        Objects.requireNonNull(value, "value");
    }

    /** A new one. */
    public static MoveId random(Random random) {
        return new MoveId(new UUID(random.nextLong(), random.nextLong()));
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws InvalidValue for the field {@code move}, if it is no such text
     */
    public static MoveId parse(@Nullable String text) {
        try {
            MoveId id = new MoveId(UUID.fromString(Objects.requireNonNullElse(text, "")));
            if (id.text().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: not a UUID
        }
        throw new InvalidValue("move", "move.format");
    }

    /** 36 characters that need no escaping in a page or an address bar. */
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
