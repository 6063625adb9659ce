package dev.badgr.port;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Awards by the thousand: what {@link AwardStore} does with one, done with a slice of them as one step. Slices that have awards
 * in common may be stored at once, by many threads and processes.
 */
public interface BulkStore {
    /**
     * That the recipients of a slice are to be told.
     *
     * @param id names the slice; no other has it
     * @param at when it is stored
     */
    record Announcing(UUID id, Instant at) {
        public Announcing {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Awards that are taken out of the queue.
     *
     * @param count how many were taken; 0 if none waits that nobody else takes at this moment
     * @param live those of them that were neither revoked nor readdressed by now
     */
    record Taken(int count, List<Award> live) {
        public Taken {
            live = List.copyOf(live);
        }
    }

    /**
     * What became of revoking one.
     *
     * @param award the award as it is then; empty if there is none
     * @param isNow whether it is revoked by this call
     */
    record Revoked(Optional<Award> award, boolean isNow) {}

    /**
     * An award that is to be taken back.
     *
     * @param award which
     * @param revocation when and why
     */
    record Revoking(AwardId award, Revocation revocation) {}

    /** How many awards are a good slice: enough that a slice costs little, few enough that nobody waits for one. */
    int slice();

    /**
     * In one step: stores those awards of a slice whose ids have none yet, and queues them for {@link #takeUnannounced}.
     *
     * @param awards no two of one id; of badges that are defined, as none is ever undefined again
     * @param announcing empty if nobody is to be told
     * @return the places in the list of those that are new
     */
    BitSet award(List<Award> awards, Optional<Announcing> announcing);

    /**
     * Takes at most so many awards out of the queue, each once, in no particular order. To be called in one transaction with what is done with them.
     * What an erased account's addresses had in the queue is taken with the account.
     */
    Taken takeUnannounced(int max);

    /**
     * In one step: revokes each award of a slice as {@link AwardStore#revoke} does.
     *
     * @param wanted no two of one award
     * @return what became of each, in their order
     */
    List<Revoked> revoke(List<Revoking> wanted);
}
