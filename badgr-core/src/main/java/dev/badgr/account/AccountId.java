package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names an account for as long as it exists. Random, so it tells nothing; not a secret.
 *
 * @param value a version 4 UUID
 */
public record AccountId(UUID value) implements Comparable<AccountId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
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
        if (text == null || !FORM.matcher(text).matches()) {
            throw new InvalidValue("account", "account.format");
        }
        return new AccountId(UUID.fromString(text));
    }

    /** As databases order ids. */
    @Override
    public int compareTo(AccountId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
