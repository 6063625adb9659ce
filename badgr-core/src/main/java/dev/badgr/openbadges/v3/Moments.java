package dev.badgr.openbadges.v3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Points in time as credentials write them (XML Schema 1.1, dateTimeStamp). */
final class Moments {
    private static final int LONGEST = 50;

    private Moments() {}

    /** The point in time, if it is written as it must be. */
    static Optional<Instant> exact(String text) {
        return parse(text, one -> OffsetDateTime.parse(one).toInstant());
    }

    /** The same, and also what lacks its offset or even its time: that is UTC, and the beginning of the day. */
    static Optional<Instant> meant(String text) {
        return exact(text)
                .or(() -> parse(text, one -> LocalDateTime.parse(one).toInstant(ZoneOffset.UTC)))
                .or(() -> parse(text, one -> LocalDate.parse(one).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static Optional<Instant> parse(String text, Function<String, Instant> parser) {
        try {
            return text.length() > LONGEST ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
