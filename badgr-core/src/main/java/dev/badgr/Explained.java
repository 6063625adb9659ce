package dev.badgr;

import dev.badgr.award.AwardId;
import dev.badgr.award.BadgeId;
import dev.badgr.backpack.Explanation;
import java.time.Instant;

/**
 * An award, and why it is or is not in the Backpack of the account on which its address is verified.
 *
 * @param award which
 * @param badge of which badge
 * @param issuedOn when
 * @param explanation why
 */
public record Explained(AwardId award, BadgeId badge, Instant issuedOn, Explanation explanation) {}
