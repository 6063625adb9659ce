package dev.badgr.backpack;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import java.time.Instant;
import java.util.Objects;

/**
 * The rule of what an account's Backpack shows: an award whose address is verified on the account at this moment, that was
 * neither revoked nor readdressed, that the policy lets in, and that the person has accepted where the policy asks. No row
 * moves when an address comes or goes, so nothing can be lost, doubled, or claimed twice.
 *
 * @param owner the account as it is now
 */
public record Backpack(Account owner) {
    public Backpack {
        Objects.requireNonNull(owner, "owner");
    }

    /** Whether it shows this award. */
    public boolean shows(Award award, Instant now) {
        Explanation explanation = explain(award, now);
        return explanation instanceof Explanation.Shown || explanation instanceof Explanation.Superseded;
    }

    /** Why this award is or is not in it, and what to do next. The first reason that stands in the way counts. */
    public Explanation explain(Award award, Instant now) {
        if (award.readdressedTo().isPresent()) {
            return new Explanation.Readdressed();
        }
        if (!owner.hasVerified(award.id().recipient())) {
            return new Explanation.VerifyAddress(award.address().masked());
        }
        if (award.revocation().isPresent()) {
            return new Explanation.Revoked(award.revocation().get());
        }
        return switch (award.state()) {
            case SHOWN -> shown(award, now);
            case OFFERED -> new Explanation.Offered();
            case DECLINED -> new Explanation.Declined();
            case HIDDEN -> new Explanation.Hidden();
            case WAITING -> new Explanation.Undecided();
            case REFUSED -> new Explanation.RefusedByPolicy(award.refusal().orElse(""));
        };
    }

    private static Explanation shown(Award award, Instant now) {
        return award.reissuedAs()
                .<Explanation>map(Explanation.Superseded::new)
                .orElseGet(() -> new Explanation.Shown(award.isExpiredAt(now)));
    }
}
