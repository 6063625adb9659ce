package dev.badgr.terms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the ledger of e-mail updates: granted or withdrawn. The latest entry counts; without one, nothing was
 * granted.
 *
 * @param granted whether the person wants e-mail updates from then on
 * @param at when
 * @param way on which occasion
 */
public record MarketingConsent(boolean granted, Instant at, Way way) {
    /** The occasion. */
    public enum Way {
        /** The form that made the account. */
        SIGN_UP,
        /** A choice of the person, signed in. */
        SIGNED_IN,
        /** A link in a mail, without signing in. */
        LINK,
        /** Another account, with a choice of its own, was merged into this one. */
        MERGE
    }

    public MarketingConsent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(way, "way");
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
                        .map(at -> new MarketingConsent(own, at, Way.MERGE));
    }
}
