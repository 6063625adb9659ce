package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class SendLogTest {
    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123Z");

    @Property(tries = 1000)
    void whoeverKeepsToItNeverSendsMoreThanTheRatesAllow(
            @ForAll("rates") List<Rate> rates, @ForAll("gaps") List<Duration> gaps) {
        List<Instant> sent = new ArrayList<>();
        SendLog log = SendLog.empty();
        Instant now = START;
        for (Duration gap : gaps) {
            now = now.plus(gap);
            if (log.blockedUntil(rates, now).isEmpty()) {
                sent.add(now);
                log = log.plus(now, rates);
            }
        }
        assertThat(sent).isNotEmpty();
        for (Rate rate : rates) {
            for (int i = rate.max(); i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - rate.max()), sent.get(i)))
                        .isGreaterThanOrEqualTo(rate.window());
            }
        }
    }

    @Property(tries = 1000)
    void itBlocksToTheMillisecond(
            @ForAll("rates") List<Rate> rates, @ForAll("gaps") List<Duration> gaps, @ForAll("gap") Duration later) {
        SendLog log = kept(rates, gaps);
        Instant now = log.times().get(log.times().size() - 1).plus(later);
        Optional<Instant> until = log.blockedUntil(rates, now);
        Statistics.label("blocked")
                .collect(until.isPresent())
                .coverage(found -> found.check(true).count(c -> c > 0));
        until.ifPresent(free -> {
            assertThat(free).isAfter(now);
            assertThat(log.blockedUntil(rates, free)).isEmpty();
            assertThat(log.blockedUntil(rates, free.minusMillis(1))).contains(free);
        });
    }

    @Property(tries = 500)
    void whatItForgetsDoesNotMatter(
            @ForAll("rates") List<Rate> rates, @ForAll("gaps") List<Duration> gaps, @ForAll("gap") Duration later) {
        List<Instant> all = new ArrayList<>();
        SendLog log = SendLog.empty();
        Instant now = START;
        for (Duration gap : gaps) {
            now = now.plus(gap);
            all.add(now);
            log = log.plus(now, rates);
        }
        Instant then = now.plus(later);
        assertThat(log.blockedUntil(rates, then)).isEqualTo(new SendLog(all).blockedUntil(rates, then));
    }

    /** Two servers whose clocks differ write to one log. */
    @Property(tries = 500)
    void itBlocksToTheMillisecondWhateverTheOrderOfItsTimes(
            @ForAll("rates") List<Rate> rates, @ForAll("gaps") List<Duration> gaps, @ForAll("gap") Duration later) {
        List<Instant> shuffled = new ArrayList<>(kept(rates, gaps).times());
        Instant now = Collections.max(shuffled).plus(later);
        Optional<Instant> inOrder = new SendLog(shuffled).blockedUntil(rates, now);
        Collections.reverse(shuffled);
        assertThat(new SendLog(shuffled).blockedUntil(rates, now)).isEqualTo(inOrder);
    }

    @Provide
    Arbitrary<List<Rate>> rates() {
        Arbitrary<Rate> rate = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.longs().between(1, 200))
                .as((max, seconds) -> new Rate(max, Duration.ofSeconds(seconds)));
        return Arbitraries.oneOf(
                rate.list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.just(CodeRules.standard().sendsPerAddress()),
                Arbitraries.just(CodeRules.standard().signUpsPerClient()));
    }

    @Provide
    Arbitrary<List<Duration>> gaps() {
        return gap().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Duration> gap() {
        Arbitrary<Long> millis = Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 59_999L, 60_000L, 60_001L, 3_600_000L, 86_399_999L),
                Arbitraries.longs().between(0, 20_000),
                Arbitraries.longs().between(0, 1_000_000));
        return millis.map(Duration::ofMillis);
    }

    /** The log of somebody who tried at each of these times and kept to the rates. */
    private static SendLog kept(List<Rate> rates, List<Duration> gaps) {
        SendLog log = SendLog.empty();
        Instant now = START;
        for (Duration gap : gaps) {
            now = now.plus(gap);
            log = log.blockedUntil(rates, now).isEmpty() ? log.plus(now, rates) : log;
        }
        return log;
    }
}
