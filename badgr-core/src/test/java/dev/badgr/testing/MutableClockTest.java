package dev.badgr.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.fixture.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MutableClock clock = MutableClock.at(NOON);

    @Test
    void itStandsStill() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void itIsMovedAndSet() {
        clock.advance(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(600));
        clock.advance(Duration.ofMinutes(-5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));
        clock.setTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void noMoveIsLostInACrowd() {
        Race.of(16, i -> {
            clock.advance(Duration.ofSeconds(1));
            return i;
        });
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(16));
    }
}
