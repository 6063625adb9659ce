package dev.badgr.port;

import dev.badgr.award.AwardId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import java.util.List;
import java.util.Optional;

/** What the lists say that an issuer serves about its awards. */
public interface StatusStore {
    /**
     * Where the status of an award stands: at each call the same slot, which no other award of the issuer ever has. It is the first of
     * {@link StatusSlot#candidates}, tier by tier, that no other award has; the first call keeps it.
     *
     * @param issuer the award's
     */
    StatusSlot slot(AwardId award, IssuerId issuer);

    /**
     * The awards of an issuer that were revoked or readdressed, in the order of their ids. A revocation is there from the moment on at which it is
     * acknowledged.
     *
     * @param after only those with a greater id
     * @param max at least 1
     */
    List<Withdrawal> withdrawn(IssuerId issuer, Optional<AwardId> after, int max);

    /**
     * The indexes of an issuer's list at which awards stand that were revoked or readdressed, in ascending order.
     *
     * @return empty if no award stands in that list
     */
    Optional<List<Integer>> withdrawnIn(IssuerId issuer, int list);
}
