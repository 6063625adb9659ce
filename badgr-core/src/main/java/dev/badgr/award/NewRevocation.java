package dev.badgr.award;

import dev.badgr.text.Text;
import java.util.Objects;

/**
 * An award that a host wants to take back.
 *
 * @param award which
 * @param reason for the person; at most 500 code points
 */
public record NewRevocation(AwardId award, String reason) {
    public NewRevocation {
        Objects.requireNonNull(award, "award");
        reason = Text.lines("reason", reason, 500);
    }
}
