package dev.badgr;

import dev.badgr.award.AwardId;
import dev.badgr.openbadges.Report;
import java.util.Objects;

/**
 * A badge from elsewhere was verified again.
 *
 * @param award the award that it is in the Backpack as
 * @param report what was found
 * @param standing what that means for the Backpack
 */
public record Rechecked(AwardId award, Report report, Standing standing) {
    /** How a badge stands. */
    public enum Standing {
        /** It is as it should be; if it was revoked before, it is there again. */
        GOOD,
        /** Its issuer took it back: it has left the Backpack. */
        REVOKED,
        /** It has expired, and is shown as expired. */
        EXPIRED,
        /** It could not be decided, such as when a document could not be fetched: it stays, and is tried again. */
        UNDECIDED,
        /** Something else is wrong with it, such as that its issuer's key has changed: it stays as it was. */
        DOUBTFUL
    }

    public Rechecked {
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(standing, "standing");
    }
}
