package dev.badgr.award;

import dev.badgr.text.Text;
import java.util.Optional;

/** What an {@link AwardPolicy} answers. */
public sealed interface AwardDecision {
    /** In the Backpack at once. */
    record Show() implements AwardDecision {}

    /** In the Backpack after the person accepted it. */
    record Offer() implements AwardDecision {}

    /** Undecided until an account has proven the address. */
    record Wait() implements AwardDecision {}

    /**
     * Not in the Backpack.
     *
     * @param reason for the person and the host; at most 500 code points
     */
    record Refuse(String reason) implements AwardDecision {
        public Refuse {
            reason = Text.lines("reason", reason, 500);
        }
    }

    /** The state that an award gets by this decision. */
    default AwardState state() {
        if (this instanceof Show) {
            return AwardState.SHOWN;
        }
        if (this instanceof Offer) {
            return AwardState.OFFERED;
        }
        return this instanceof Wait ? AwardState.WAITING : AwardState.REFUSED;
    }

    /** Why it was refused; empty for the others. */
    default Optional<String> refusal() {
        return this instanceof Refuse refuse ? Optional.of(refuse.reason()) : Optional.empty();
    }
}
