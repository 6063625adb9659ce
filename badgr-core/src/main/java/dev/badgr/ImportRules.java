package dev.badgr;

import java.time.Duration;

/**
 * Which badges from elsewhere are let in, and when they are verified again. A badge whose report has a check that failed, or that
 * could not be decided, is never let in.
 *
 * @param issuerBound whether the issuer's own document must stand behind what was signed; without it anybody can issue in
 *     anybody's name
 * @param mostPerAddress how many may be kept for one address; 1 to 10,000
 * @param recheckAfter how long a verification holds before {@link Imports#recheckDue} does it again; an hour to a year
 * @param retryAfter how long until it is tried again if it could not be decided; a minute to a year
 */
public record ImportRules(boolean issuerBound, int mostPerAddress, Duration recheckAfter, Duration retryAfter) {
    private static final Duration YEAR = Duration.ofDays(366);

    public ImportRules {
        if (mostPerAddress < 1 || mostPerAddress > 10_000) {
            throw new IllegalArgumentException("mostPerAddress: 1 to 10,000");
        }
        if (recheckAfter.compareTo(Duration.ofHours(1)) < 0 || recheckAfter.compareTo(YEAR) > 0) {
            throw new IllegalArgumentException("recheckAfter: an hour to 366 days");
        }
        if (retryAfter.compareTo(Duration.ofMinutes(1)) < 0 || retryAfter.compareTo(YEAR) > 0) {
            throw new IllegalArgumentException("retryAfter: a minute to 366 days");
        }
    }

    /** The issuer bound, 500 for an address, again after a week, and after a day where it could not be decided. */
    public static ImportRules standard() {
        return new ImportRules(true, 500, Duration.ofDays(7), Duration.ofDays(1));
    }
}
