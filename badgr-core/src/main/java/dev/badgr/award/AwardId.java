package dev.badgr.award;

import dev.badgr.email.RecipientKey;
import dev.badgr.text.Base64Url;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Sha256;
import dev.badgr.text.Uuids;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names an award, in public too: it shows nothing about the address.
 *
 * <p>One key that orders, pages and recognises repeats: a UUID of version 8 (RFC 9562, 5.8) that begins with 48 bits of
 * the time of issue in milliseconds; the rest is a hash of the issuer and the host's key for the award, or random. So the
 * same key at the same time for the same recipient is the same award.
 *
 * @param recipient the mailbox that it was awarded to
 * @param sequence the UUID
 */
public record AwardId(RecipientKey recipient, UUID sequence) implements Comparable<AwardId> {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final int BYTES = 32;
    private static final Comparator<AwardId> ORDER = Comparator.comparing(AwardId::sequence, Uuids.ORDER)
            .thenComparing(id -> id.recipient().value(), Uuids.ORDER);

    public AwardId {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(sequence, "sequence");
    }

    /** The id that this issuer's external key has at this time: always the same. */
    public static AwardId ofExternalKey(RecipientKey recipient, IssuerId issuer, String externalKey, Instant issuedOn) {
        byte[] hash = Sha256.of(issuer.value() + "\n" + externalKey);
        return of(recipient, issuedOn, ByteBuffer.wrap(hash));
    }

    /** An id that no other award has. */
    public static AwardId random(RecipientKey recipient, Instant issuedOn, Random random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return of(recipient, issuedOn, ByteBuffer.wrap(bits));
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws InvalidValue for the field {@code award}
     */
    public static AwardId parse(@Nullable String text) {
        try {
            if (text != null && text.length() == 43) {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
                UUID recipient = new UUID(bytes.getLong(), bytes.getLong());
                return new AwardId(new RecipientKey(recipient), new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException e) {
            // falls through: not base64url
        }
        throw new InvalidValue("award", "award.format");
    }

    /** The same award where its mailbox has another key. */
    public AwardId under(RecipientKey other) {
        return new AwardId(other, sequence);
    }

    /** 43 characters of base64url that carry both parts. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        put(bytes, recipient.value());
        put(bytes, sequence);
        return Base64Url.of(bytes.array());
    }

    /** By time of issue, as databases order the two columns. */
    @Override
    public int compareTo(AwardId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }

    private static AwardId of(RecipientKey recipient, Instant issuedOn, ByteBuffer rest) {
        long high = (issuedOn.toEpochMilli() << 16) | VERSION_8 | (rest.getLong() >>> 52);
        long low = (rest.getLong() >>> 2) | VARIANT;
        return new AwardId(recipient, new UUID(high, low));
    }

    private static void put(ByteBuffer bytes, UUID uuid) {
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }
}
