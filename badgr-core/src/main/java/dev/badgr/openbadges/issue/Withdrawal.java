package dev.badgr.openbadges.issue;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;
import java.util.Objects;

/**
 * An award that counts no more, for everybody to read.
 *
 * @param award which
 * @param reason why; in English if the host gave none
 */
public record Withdrawal(AwardId award, String reason) {
    /** What is said of an award that went to a mistyped address. */
    public static final String READDRESSED = "The award was made to another address.";

    public Withdrawal {
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(reason, "reason");
    }

    /** Of an award that was revoked or readdressed. */
    static Withdrawal of(Award award) {
        return new Withdrawal(
                award.id(), award.revocation().map(Revocation::reason).orElse(READDRESSED));
    }
}
