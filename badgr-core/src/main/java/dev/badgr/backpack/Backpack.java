package dev.badgr.backpack;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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

    /** Whether it shows this award; an expired one too. */
    public boolean shows(Award award) {
        return obstacle(award).isEmpty();
    }

    /** Why this award is or is not in it, and what to do next. The first reason that stands in the way counts. */
    public Explanation explain(Award award, Instant now) {
        return obstacle(award).orElseGet(() -> shown(award, now));
    }

    private Optional<Explanation> obstacle(Award award) {
        if (award.readdressedTo().isPresent()) {
            return Optional.of(inItsPlace(award, award.readdressedTo().get()));
        }
        if (!owner.hasVerified(award.id().recipient())) {
            return Optional.of(new Explanation.VerifyAddress(award.address().masked()));
        }
        if (award.revocation().isPresent()) {
            return award.revocation().map(Explanation.Revoked::new);
        }
        return switch (award.state()) {
            case SHOWN -> Optional.empty();
            case OFFERED -> Optional.of(new Explanation.Offered());
            case DECLINED -> Optional.of(new Explanation.Declined());
            case HIDDEN -> Optional.of(new Explanation.Hidden());
            case WAITING -> Optional.of(new Explanation.Undecided());
            case REFUSED ->
                Optional.of(new Explanation.RefusedByPolicy(award.refusal().orElse("")));
        };
    }

    /** Readdressing is to another mailbox; a newer copy is to the same. */
    private static Explanation inItsPlace(Award award, AwardId other) {
        return other.recipient().equals(award.id().recipient())
                ? new Explanation.Replaced(other)
                : new Explanation.Readdressed();
    }

    private static Explanation shown(Award award, Instant now) {
        return award.reissuedAs()
                .<Explanation>map(Explanation.Superseded::new)
                .orElseGet(() -> new Explanation.Shown(award.isExpiredAt(now)));
    }
}
