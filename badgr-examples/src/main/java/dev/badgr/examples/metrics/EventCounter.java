package dev.badgr.examples.metrics;

import dev.badgr.account.AccountId;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts each event as {@code badgr.events}, by its name. Neither account nor detail is a tag: each value of a tag is a
 * time series of its own, and a metric is no place for what is about a person.
 */
public final class EventCounter implements BadgrListener {
    private final MeterRegistry registry;

    /** Counts in this registry. */
    public EventCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void happened(Event event, Optional<AccountId> account, String detail) {
        Counter.builder("badgr.events")
                .tag("event", event.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }
}
