package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Uuids;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names an account for as long as it exists. Random, so it tells nothing; not a secret.
 *
 * @param value a version 4 UUID
 */
public record AccountId(UUID value) implements Comparable<AccountId> {
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

    /**
     * Reads what {@link #toString()} gives.
     *
     * @throws InvalidValue for the field {@code account}
     */
    public static AccountId parse(@Nullable String text) {
        return Uuids.parse(text).map(AccountId::new).orElseThrow(() -> new InvalidValue("account", "account.format"));
    }

    /** As databases order ids. */
    @Override
    public int compareTo(AccountId other) {
        return Uuids.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
