package dev.badgr.terms;

import java.time.Instant;
import java.util.Objects;

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
}
