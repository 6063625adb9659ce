package dev.badgr;

import dev.badgr.award.AwardId;

/** What became of one row of a bulk run. On Java 21 a {@code switch} over it is exhaustive. */
public sealed interface BulkOutcome {
    /**
     * Awarded or revoked by this run.
     *
     * @param award which award
     */
    record Done(AwardId award) implements BulkOutcome {}

    /**
     * Done by an earlier run, row or call: nothing changed.
     *
     * @param award the award that was there; it may have been revoked or readdressed since
     */
    record DoneBefore(AwardId award) implements BulkOutcome {}

    /**
     * Not done, and nothing of this row is stored.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements BulkOutcome {}
}
