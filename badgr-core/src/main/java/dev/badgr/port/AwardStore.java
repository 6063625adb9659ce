package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Revocation;
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
        /** It was revoked or readdressed before, or there is none of that id. */
        GONE
    }

    /**
     * In one step: stores an award and its notice, unless there is an award of that id.
     *
     * @param notice stored only if the award is new
     * @return empty if its badge is not defined
     */
    Optional<Awarded> award(Award award, Optional<Notice> notice);

    /** An award by its id. */
    Optional<Award> byId(AwardId id);

    /**
     * Revokes an award, once.
     *
     * @return whether it is revoked now by this call; {@code false} if it was before, was readdressed, or is unknown
     */
    boolean revoke(AwardId id, Revocation revocation);

    /**
     * In one step: stores {@code corrected} with its notice, and marks the award of {@code id} as readdressed to it, if that
     * was neither revoked nor readdressed and its address is verified on no account. An award of the corrected one's id
     * that was readdressed itself is put back by this; any other stays as it is, and no notice is stored.
     *
     * @throws IllegalArgumentException if {@code corrected} has the same id: it would stand in its own place
     */
    Readdressing readdress(AwardId id, Award corrected, Optional<Notice> notice);

    /**
     * Moves an award from one of these states to another, if its address is verified on this account at this moment and it
     * was neither revoked nor readdressed.
     *
     * @param refusal kept with the state REFUSED
     * @return whether it moved
     */
    boolean move(AwardId id, AccountId owner, Set<AwardState> from, AwardState to, Optional<String> refusal);
}
