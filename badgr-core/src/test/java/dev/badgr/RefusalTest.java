package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void thePersonReadsATimeToTheSecondAtWhichItIsNotTooEarly() {
        Refusal refusal = new Refusal.TryLater(Instant.parse("2026-11-22T20:28:52.458Z"));
        assertThat(message(refusal))
                .isEqualTo("That was too often. Please try again after Nov 22, 2026, 8:28:53 PM UTC.");
    }

    @Test
    void aFullSecondStaysAsItIs() {
        Refusal refusal = new Refusal.TryLater(Instant.parse("2026-11-22T20:28:52Z"));
        assertThat(message(refusal)).endsWith("8:28:52 PM UTC.");
    }

    /** Later Java versions put a no-break space before PM. */
    private static String message(Refusal refusal) {
        return refusal.message(Locale.ENGLISH).replace('\u202F', ' ');
    }
}
