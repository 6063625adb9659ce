package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The rates hold for every span of time, and nobody waits longer than they demand. */
class SendLogPropertiesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

    @Property
    void noSpanHoldsMoreThanItsRate(
            @ForAll("rates") List<Rate> rates, @ForAll @Size(max = 60) List<@From("gaps") Long> gaps) {
        List<Instant> sent = new ArrayList<>();
        SendLog log = SendLog.empty();
        Instant now = START;
        for (long gap : gaps) {
            now = now.plusMillis(gap);
            if (log.blockedUntil(rates, now).isEmpty()) {
                log = log.plus(now, rates);
                sent.add(now);
            }
        }
        for (Rate rate : rates) {
            for (Instant end : sent) {
                Instant begin = end.minus(rate.window());
                assertThat(sent.stream().filter(t -> t.isAfter(begin) && !t.isAfter(end)))
                        .hasSizeLessThanOrEqualTo(rate.max());
            }
        }
    }

    @Property
    void itIsFreeExactlyWhenItSaid(
            @ForAll("rates") List<Rate> rates, @ForAll @Size(max = 30) List<@From("gaps") Long> gaps) {
        SendLog log = SendLog.empty();
        Instant now = START;
        for (long gap : gaps) {
            now = now.plusMillis(gap);
            Optional<Instant> until = log.blockedUntil(rates, now);
            if (until.isPresent()) {
                assertThat(until.get()).isAfter(now);
                assertThat(log.blockedUntil(rates, until.get().minusMillis(1))).isPresent();
                assertThat(log.blockedUntil(rates, until.get())).isEmpty();
                now = until.get();
            }
            log = log.plus(now, rates);
        }
    }

    @Property
    void theLogStaysAsShortAsTheRatesNeed(
            @ForAll("rates") List<Rate> rates, @ForAll @Size(max = 60) List<@From("gaps") Long> gaps) {
        SendLog log = SendLog.empty();
        Instant now = START;
        for (long gap : gaps) {
            now = log.blockedUntil(rates, now.plusMillis(gap)).orElse(now.plusMillis(gap));
            log = log.plus(now, rates);
        }
        Rate longest =
                rates.stream().max(java.util.Comparator.comparing(Rate::window)).orElseThrow();
        assertThat(log.times()).hasSizeLessThanOrEqualTo(longest.max());
    }

    @Provide
    Arbitrary<List<Rate>> rates() {
        Arbitrary<Duration> window = Arbitraries.longs().between(1, 100_000).map(Duration::ofMillis);
        return Combinators.combine(Arbitraries.integers().between(1, 6), window)
                .as(Rate::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Long> gaps() {
        return Arbitraries.longs().between(0, 60_000);
    }
}
