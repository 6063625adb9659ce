package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
import dev.badgr.email.RecipientKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Awards, each stored once under its id, whoever may see it. */
public interface AwardStore {
    /**
     * The outcome of {@link #award}.
     *
     * @param award the stored award: this one or, if there was one of that id, the first; if that was readdressed, the one
     *     in its place
     * @param isNew whether it is this one
     */
    record Awarded(Award award, boolean isNew) {}

    /** What became of readdressing. */
    enum Readdressing {
        /** The award is at the new address. */
        DONE,
        /** Somebody has verified the address that it was sent to. */
        ADDRESS_VERIFIED,
        /** It was revoked, readdressed or issued again before, or there is none of that id. */
        GONE
    }

    /** What became of issuing again. */
    enum Reissuing {
        /** The award is issued again, by this call or one before. */
        DONE,
        /** The earlier award was revoked or readdressed, or there is none of that id. */
        GONE,
        /** The badge is not defined. */
        BADGE_UNKNOWN,
        /** There is an award of the new one's id that is no new issue of the earlier one. */
        KEY_TAKEN
    }

    /**
     * The outcome of {@link #reissue}.
     *
     * @param awarded the stored new award, if it is {@link Reissuing#DONE}
     */
    record Reissued(Reissuing outcome, Optional<Awarded> awarded) {}

    /**
     * In one step: stores an award and its notices, unless there is an award of that id.
     *
     * @param notices stored only if the award is new; at most two
     * @return empty if its badge is not defined
     */
    Optional<Awarded> award(Award award, List<Notice> notices);

    /** The newest awards to a mailbox, whatever became of them; at most so many. */
    List<Award> to(RecipientKey recipient, int max);

    /** An award by its id. */
    Optional<Award> byId(AwardId id);

    /**
     * Revokes an award, once.
     *
     * @return whether it is revoked now by this call; {@code false} if it was before, was readdressed, is unknown, or came from
     *     elsewhere: see {@link ImportStore#found}
     */
    boolean revoke(AwardId id, Revocation revocation);

    /**
     * In one step: stores {@code corrected} with its notices, and marks the award of {@code id} as readdressed to it, if that
     * was neither revoked, readdressed nor issued again and its address is verified on no account. An award of the corrected one's id
     * that was readdressed itself is put back by this; any other stays as it is, and no notices are stored.
     *
     * @throws IllegalArgumentException if {@code corrected} has the same id: it would stand in its own place
     */
    Readdressing readdress(AwardId id, Award corrected, List<Notice> notices);

    /**
     * In one step: stores {@code next} with its notices and links the award of {@code id} to it, if that was neither revoked
     * nor readdressed. If that was issued again before, nothing is stored, and the answer is the award that it was issued
     * again as or the one in its place.
     *
     * @throws IllegalArgumentException if {@code next} does not say that it is the reissue of that award
     */
    Reissued reissue(AwardId id, Award next, List<Notice> notices);

    /**
     * Moves an award from one of these states to another, if its address is verified on this account at this moment and it
     * was neither revoked nor readdressed.
     *
     * @param refusal kept with the state REFUSED
     * @return whether it moved
     */
    boolean move(AwardId id, AccountId owner, Set<AwardState> from, AwardState to, Optional<String> refusal);
}
