package dev.badgr.terms;

import java.time.Instant;
import java.util.Objects;

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
        LINK
    }

    public MarketingConsent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(way, "way");
    }
}
