package dev.badgr.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Tells times as people of one language and zone do; with ASCII digits, as in all numbers here. */
record Times(Locale locale, ZoneId zone) {
    /** The instant that is there as ISO 8601; other text as it is. */
    String told(String value) {
        try {
            return formatter().format(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private DateTimeFormatter formatter() {
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(locale.stripExtensions())
                // As an offset, UTC would be told as "Z".
                .withZone(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
    }
}
