package dev.badgr.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: here as in standard SQL, with UUIDs and times that know their zone. */
class Types {
    /** What a driver is given for a value. */
    @Nullable
    Object column(@Nullable Object value) {
        return value;
    }

    Optional<UUID> uuid(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    Optional<Instant> time(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** As the driver gives it, to be handed back to it. */
    @Nullable
    Object value(ResultSet result, String column) throws SQLException {
        return result.getObject(column);
    }

    /** A part of a row's key, as text: a UUID, a time, a number or a text. */
    String key(ResultSet result, String column) throws SQLException {
        return String.valueOf(result.getString(column));
    }
}
