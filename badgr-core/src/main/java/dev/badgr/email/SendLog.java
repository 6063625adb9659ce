package dev.badgr.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something was sent lately, so that "at most five an hour" holds for every hour and not only for those that begin
 * on the clock.
 *
 * @param times the moments, oldest first: sorted here, since the servers that wrote them may not agree on the time
 */
public record SendLog(List<Instant> times) {
    public SendLog {
        times = times.stream().sorted().toList();
    }

    /** Nothing was sent yet. */
    public static SendLog empty() {
        return new SendLog(List.of());
    }

    /** Until when the rates forbid another; empty if one may be sent now. */
    public Optional<Instant> blockedUntil(List<Rate> rates, Instant now) {
        return rates.stream().flatMap(rate -> freeAgain(rate, now).stream()).max(Comparator.naturalOrder());
    }

    /** With one more, and without those too old to matter for the rates. */
    public SendLog plus(Instant now, List<Rate> rates) {
        Duration longest =
                rates.stream().map(Rate::window).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        Instant horizon = now.minus(longest);
        return new SendLog(Stream.concat(times.stream().filter(t -> t.isAfter(horizon)), Stream.of(now))
                .toList());
    }

    private Optional<Instant> freeAgain(Rate rate, Instant now) {
        Instant horizon = now.minus(rate.window());
        List<Instant> inside = times.stream().filter(t -> t.isAfter(horizon)).toList();
        return inside.size() < rate.max()
                ? Optional.empty()
                : Optional.of(inside.get(inside.size() - rate.max()).plus(rate.window()));
    }
}
