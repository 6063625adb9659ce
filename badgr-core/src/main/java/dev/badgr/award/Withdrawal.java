package dev.badgr.award;

import java.util.Objects;
import java.util.Optional;

/**
 * That an award counts no more, for everybody to read.
 *
 * @param award which
 * @param reason why it was revoked; empty if it was made to another address
 */
public record Withdrawal(AwardId award, Optional<String> reason) {
    public Withdrawal {
        Objects.requireNonNull(award, "award");
        Objects.requireNonNull(reason, "reason");
    }

    /** Of an award that was revoked or readdressed. */
    public static Withdrawal of(Award award) {
        return new Withdrawal(award.id(), award.revocation().map(Revocation::reason));
    }

    /** The same under an id that the award had before. */
    public Withdrawal under(AwardId former) {
        return new Withdrawal(former, reason);
    }

    /** What to say for a reason; in English where the host gave none. */
    public String told() {
        return reason.orElse("The award was made to another address.");
    }
}
