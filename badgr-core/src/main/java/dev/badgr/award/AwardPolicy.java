package dev.badgr.award;

import dev.badgr.account.Account;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an award goes into the Backpack by itself. A host may bring its own.
 *
 * <p>Asked when a badge is awarded, without an account; if the answer is {@link AwardDecision.Wait}, asked again with the
 * account that has proven the address. No policy can show a badge whose address is not verified on that account: that rule
 * stands outside of it.
 *
 * <p>Must be quick, free of side effects and safe for use by many threads. What it throws reaches the caller of the verb,
 * and nothing is stored.
 */
@FunctionalInterface
public interface AwardPolicy {
    /**
     * Decides about one award.
     *
     * @param award what is to be awarded
     * @param account the account on which its address is verified; empty when that is not known (yet)
     */
    AwardDecision decide(NewAward award, Optional<Account> account);

    /** Shows every award. The default. */
    static AwardPolicy automatic() {
        return (award, account) -> new AwardDecision.Show();
    }

    /** Offers every award, so that the person decides. */
    static AwardPolicy askFirst() {
        return (award, account) -> new AwardDecision.Offer();
    }

    /** Shows the awards of these issuers and offers all others. */
    static AwardPolicy trustedIssuers(IssuerId... trusted) {
        Set<IssuerId> issuers = Set.copyOf(Arrays.asList(trusted));
        return (award, account) ->
                issuers.contains(award.badge().id().issuer()) ? new AwardDecision.Show() : new AwardDecision.Offer();
    }

    /**
     * The stricter of two: a refusal before waiting, waiting before an offer, an offer before showing.
     */
    default AwardPolicy and(AwardPolicy other) {
        return (award, account) -> {
            AwardDecision mine = decide(award, account);
            AwardDecision theirs = other.decide(award, account);
            return strictness(mine) >= strictness(theirs) ? mine : theirs;
        };
    }

    private static int strictness(AwardDecision decision) {
        return switch (decision.state()) {
            case SHOWN -> 0;
            case OFFERED -> 1;
            case WAITING -> 2;
            case REFUSED, DECLINED, HIDDEN -> 3;
        };
    }
}
