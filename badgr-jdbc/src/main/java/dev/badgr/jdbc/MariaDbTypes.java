package dev.badgr.jdbc;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs as 16 bytes, which order as everywhere else (MariaDB's own type has an order of its own, MySQL has none); times as
 * they are in UTC, in a type that no session, server or JVM moves to its zone.
 */
final class MariaDbTypes extends Types {
    private static final int UUID_BYTES = 16;

    @Override
    @Nullable
    Object column(@Nullable Object value) {
        if (value instanceof UUID uuid) {
            return bytes(uuid);
        }
        return value instanceof OffsetDateTime time
                ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : value;
    }

    @Override
    Optional<UUID> uuid(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column)).map(MariaDbTypes::uuid);
    }

    @Override
    Optional<Instant> time(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /** A time as it stands there: drivers would move it to the JVM's zone, which leaves an hour out each year. */
    @Override
    @Nullable
    Object value(ResultSet result, String column) throws SQLException {
        Object value = super.value(result, column);
        return value instanceof Timestamp ? result.getObject(column, LocalDateTime.class) : value;
    }

    @Override
    String key(ResultSet result, String column) throws SQLException {
        return result.getObject(column) instanceof byte[] bytes ? uuid(bytes).toString() : super.key(result, column);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }
}
