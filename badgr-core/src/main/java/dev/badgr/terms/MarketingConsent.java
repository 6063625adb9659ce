package dev.badgr.terms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the ledger of e-mail updates: granted or withdrawn. The newest entry counts; without one, nothing was
 * granted.
 *
 * @param granted whether the person wants e-mail updates from then on
 * @param at when
 */
public record MarketingConsent(boolean granted, Instant at) {
    public MarketingConsent {
        Objects.requireNonNull(at, "at");
    }

    /** The choice that counts in a ledger, newest first. */
    public static boolean isGranted(List<MarketingConsent> newestFirst) {
        return newestFirst.stream().findFirst().map(MarketingConsent::granted).orElse(false);
    }

    /**
     * The entry that keeps a choice when another ledger was added to the one in which it was made; empty if it counts without.
     *
     * @param own what counted before
     * @param together both ledgers, newest first
     * @param now when they were put together
     */
    public static Optional<MarketingConsent> keeping(boolean own, List<MarketingConsent> together, Instant now) {
        return isGranted(together) == own
                ? Optional.empty()
                // Not before what it is to count instead of, should clocks differ.
                : together.stream()
                        .map(MarketingConsent::at)
                        .filter(now::isBefore)
                        .findFirst()
                        .or(() -> Optional.of(now))
                        .map(at -> new MarketingConsent(own, at));
    }
}
