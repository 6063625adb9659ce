package dev.badgr;

import dev.badgr.account.Advice;
import dev.badgr.email.VerifiedEmail;
import java.util.List;

/**
 * What removing an address would mean.
 *
 * @param email the address
 * @param badgesLeaving how many badges would leave the Backpack with it, hidden and offered ones too; they come back when the address is verified again
 * @param advice what there would be to say to the account then: warn with it, as what is left may not be enough to get back in
 */
public record Removal(VerifiedEmail email, long badgesLeaving, List<Advice> advice) {
    public Removal {
        advice = List.copyOf(advice);
    }
}
