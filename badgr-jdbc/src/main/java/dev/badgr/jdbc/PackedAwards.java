package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids of awards one after the other: of each the 16 bytes of its recipient key and the 16 bytes of its sequence. */
final class PackedAwards {
    static final int BYTES = 32;

    private PackedAwards() {}

    static byte[] pack(List<AwardId> ids) {
        ByteBuffer packed = ByteBuffer.allocate(ids.size() * BYTES);
        for (AwardId id : ids) {
            put(packed, id.recipient().value());
            put(packed, id.sequence());
        }
        return packed.array();
    }

    static List<AwardId> unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<AwardId> ids = new ArrayList<>(packed.length / BYTES);
        while (bytes.hasRemaining()) {
            ids.add(new AwardId(new RecipientKey(uuid(bytes)), uuid(bytes)));
        }
        return ids;
    }

    private static void put(ByteBuffer bytes, UUID uuid) {
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
