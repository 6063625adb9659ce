package dev.badgr.account;

import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Names an account for as long as it exists. Random, so it tells nothing; not a secret.
 *
 * @param value a version 4 UUID
 */
public record AccountId(UUID value) {
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000000000000000L;

    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    /** A new one. */
    public static AccountId random(Random random) {
        long high = (random.nextLong() & ~0xF000L) | VERSION_4;
        long low = (random.nextLong() >>> 2) | VARIANT;
        return new AccountId(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
