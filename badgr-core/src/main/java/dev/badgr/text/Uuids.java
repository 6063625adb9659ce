package dev.badgr.text;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UUIDs as badgr makes, reads and orders them. Safe for use by many threads. */
public final class Uuids {
    /** The regular expression of what {@link UUID#toString()} gives; without a capturing group. */
    public static final String FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** As databases order them: as 128 bits without a sign, where {@link UUID#compareTo} has two. */
    public static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private Uuids() {}

    /** 128 new bits, of no version. */
    public static UUID random(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** One of version 8 that is made of the first 128 bits of a hash (RFC 9562, 5.8); less the six that say so. */
    public static UUID ofHash(byte[] hash) {
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        return new UUID(high, (bits.getLong() >>> 2) | Long.MIN_VALUE);
    }

    /** Reads what {@link UUID#toString()} gives; empty if it is any other text or {@code null}. */
    public static Optional<UUID> parse(@Nullable String text) {
        return Optional.ofNullable(text).filter(WHOLE.asMatchPredicate()).map(UUID::fromString);
    }
}
