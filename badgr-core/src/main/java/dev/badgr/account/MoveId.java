package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Uuids;
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
        return new MoveId(Uuids.random(random));
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws InvalidValue for the field {@code move}, if it is no such text
     */
    public static MoveId parse(@Nullable String text) {
        return Uuids.parse(text).map(MoveId::new).orElseThrow(() -> new InvalidValue("move", "move.format"));
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
