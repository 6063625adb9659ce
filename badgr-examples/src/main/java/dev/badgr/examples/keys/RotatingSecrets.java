package dev.badgr.examples.keys;

import dev.badgr.Secrets;
import dev.badgr.email.HmacKey;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The secrets as badgr asks for them at each use, so that the key under codes is rotated without a restart:
 * {@code Badgr.builder().secrets(rotating)}. A host with a vault reads the keys from there, and the times since when they are
 * superseded. Safe for use by many threads.
 */
public final class RotatingSecrets implements Supplier<Secrets> {
    private volatile Secrets current;

    /** Begins with these. */
    public RotatingSecrets(Secrets first) {
        this.current = Objects.requireNonNull(first, "first");
    }

    @Override
    public Secrets get() {
        return current;
    }

    // tag::rotate[]
    /** First, on each server: the next key judges codes, but signs none. */
    public synchronized void announce(HmacKey next) {
        current = current.with(current.codes().announcing(next));
    }

    /** Then, when all servers know it: it signs, and the one before judges for an hour more. */
    public synchronized void rotate(HmacKey next, Instant now) {
        current = current.with(current.codes().rotatedTo(next, now));
    }
    // end::rotate[]
}
