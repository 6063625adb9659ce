package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as Open Badges writes them (Open Badges 2.0, Primitive datatypes), and as its forerunners did. */
final class Dates {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(LOCAL)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** Years of four digits; no month of its own is that long. */
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-.{1,40}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,9})?");

    private Dates() {}

    /** A time in ISO 8601 with its zone. */
    static Optional<Instant> parse(String text) {
        try {
            return FORM.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text, ZONED).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time as 1.0 and 1.1 allowed it: also seconds since 1970, a date alone, or a time without its zone, which is read as UTC. */
    static Optional<Instant> legacy(Json value) {
        String text = value instanceof Json.Numeral number
                ? number.literal()
                : value instanceof Json.Text written ? written.value() : "";
        return parse(text).or(() -> seconds(text)).or(() -> parse(text + "Z")).or(() -> day(text));
    }

    private static Optional<Instant> seconds(String text) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text.split("\\.", 2)[0])))
                : Optional.empty();
    }

    private static Optional<Instant> day(String text) {
        try {
            return FORM.matcher(text).matches()
                    ? Optional.of(
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
