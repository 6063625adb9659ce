package dev.badgr.port;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Uuids;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page of an account's records: newest first, so many, after the last one of the page before.
 *
 * @param limit 1 to 100
 * @param after the last record of the page before
 */
public record AuditQuery(int limit, Optional<Position> after) {
    private static final int MAX = 100;

    /**
     * Where a record stands among an account's.
     *
     * @param at {@link AuditRecord#at()}
     * @param id {@link AuditRecord#id()}
     */
    public record Position(Instant at, UUID id) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.(" + Uuids.FORM + ")");

        public Position {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(id, "id");
        }

        /** Where this record stands. */
        public static Position of(AuditRecord record) {
            return new Position(record.at(), record.id());
        }

        /** As text, to ask for the next page with. */
        public String text() {
            return at.toEpochMilli() + "." + id;
        }

        private static Position parse(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new InvalidValue("cursor", "cursor.format");
            }
            return new Position(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), UUID.fromString(parts.group(2)));
        }
    }

    public AuditQuery {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("limit: 1 to " + MAX);
        }
        Objects.requireNonNull(after, "after");
    }

    /** The newest so many. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(limit, Optional.empty());
    }

    /**
     * The page after this one.
     *
     * @param cursor {@link dev.badgr.backpack.Page#next()} of the page before
     * @throws InvalidValue if it is no such text
     */
    public AuditQuery after(String cursor) {
        return new AuditQuery(limit, Optional.of(Position.parse(cursor)));
    }
}
