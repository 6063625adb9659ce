package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.openbadges.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Badges from elsewhere, each with the award that it is in the Backpack as: there is never one without the other. They lie by
 * mailbox, so they come and go with the address as awards do; an erasure takes them along.
 */
public interface ImportStore {
    /** What became of keeping a copy. */
    enum Outcome {
        /** It is the first one of this badge. */
        NEW,
        /** There was one of the same time; the award is the person's choice again, as after the first time. */
        ALREADY_THERE,
        /** It took the place of an older one, whose award is not live any more. */
        REPLACED,
        /** There is a newer one, so nothing changed. */
        OLDER,
        /** It was found to be revoked after this verification had begun, so nothing changed. */
        REVOKED_SINCE,
        /** There are as many for this mailbox as there may be, so nothing changed. */
        TOO_MANY,
        /** The mailbox is not verified on this account, so nothing changed. */
        NOT_VERIFIED
    }

    /**
     * A copy to be kept for an account.
     *
     * @param owner whose it is, if the mailbox is verified there
     * @param badge its definition
     * @param award as it is to be in the Backpack
     * @param copy the copy itself; its revision is the store's to count
     * @param max how many there may be for a mailbox
     * @param record appended to the account's records if the outcome is NEW or REPLACED
     */
    record Wanted(AccountId owner, Badge badge, Award award, Import copy, int max, AuditRecord record) {
        public Wanted {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(record, "record");
            if (!award.badge().equals(badge.id()) || !award.id().equals(copy.award())) {
                throw new IllegalArgumentException("badge, award, copy: must belong together");
            }
        }
    }

    /**
     * The outcome of {@link #keep}.
     *
     * @param award the award that the Backpack has after it; empty if it has none by it
     */
    record Kept(Outcome outcome, Optional<Award> award) {
        public Kept {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(award, "award");
        }
    }

    /**
     * What a later verification has found.
     *
     * @param copy the one that was verified, as it was read
     * @param checked what is known now; its revision is the store's to count
     * @param revocation why its issuer took it back, if so: the award is revoked
     * @param good whether it is as it should be: an award that was revoked is there again
     */
    record Found(Import copy, Import.Checked checked, Optional<Revocation> revocation, boolean good) {
        public Found {
            Objects.requireNonNull(copy, "copy");
            Objects.requireNonNull(checked, "checked");
            if (revocation.isPresent() && good) {
                throw new IllegalArgumentException("revocation: what is revoked is not good");
            }
        }
    }

    /**
     * In one step: keeps a copy with its award, and defines its badge. What decides is the badge's name and the stored time of
     * issue at that moment, so of copies at once the newest stays, and of equal ones the first.
     */
    Kept keep(Wanted wanted);

    /** The copy behind an award; empty if there is none (any more), or the mailbox is not verified on this account. */
    Optional<Import> of(AccountId owner, AwardId award);

    /**
     * All copies for the mailboxes that are verified on an account, in an order that stays.
     *
     * @param after the last one of the page before
     * @param max at most so many
     */
    List<Import> page(AccountId owner, Optional<Import> after, int max);

    /** The picture that came with an award, while the award is live. */
    Optional<Picture> picture(AwardId award);

    /**
     * The copy that has been due for a verification the longest, if one is; it is due again at another time, so nobody else gets
     * it until then.
     */
    Optional<Import> claim(Instant now, Instant dueAgain);

    /**
     * In one step: keeps what was found of a copy, unless it was brought or verified again since it was read.
     *
     * @return whether it is kept; if not, nothing changed
     */
    boolean found(Found found);
}
