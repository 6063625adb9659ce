package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.openbadges.Report;
import java.util.Objects;

/**
 * A badge from elsewhere is in the Backpack.
 *
 * @param report what was found, a line for each check
 * @param award the award that it is there as; of several copies that of the newest
 * @param outcome what it met
 */
public record Imported(Report report, Award award, Outcome outcome) {
    /** What a badge met that was brought. */
    public enum Outcome {
        /** It was not there. */
        NEW,
        /** The same one was there. */
        ALREADY_THERE,
        /** An older copy was there, which is not any more. */
        REPLACED,
        /** A newer copy is there, and stays. */
        OLDER
    }

    public Imported {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(outcome, "outcome");
    }
}
