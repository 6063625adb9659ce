package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void thePersonReadsATimeToTheSecondAtWhichItIsNotTooEarly() {
        Refusal refusal = new Refusal.TryLater(Instant.parse("2026-11-22T20:28:52.458Z"));
        assertThat(refusal.message(Locale.ENGLISH))
                .isEqualTo("That was too often. Please try again after 2026-11-22 20:28:53 UTC.");
    }

    @Test
    void aFullSecondStaysAsItIs() {
        Refusal refusal = new Refusal.TryLater(Instant.parse("2026-11-22T20:28:52Z"));
        assertThat(refusal.message(Locale.ENGLISH)).endsWith("2026-11-22 20:28:52 UTC.");
    }
}
