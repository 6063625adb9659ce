package dev.badgr.memory;

import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import java.time.Instant;
import java.util.Optional;

/** The challenges as they stand, and what they prove. */
final class Proofs {
    private final Table<ChallengeId, BoundChallenge> challenges;

    Proofs(Journal journal) {
        this.challenges = new Table<>(journal);
    }

    Optional<BoundChallenge> find(ChallengeId id) {
        return challenges.find(id);
    }

    void put(BoundChallenge bound) {
        challenges.put(bound.challenge().id(), bound);
    }

    /** Keeps what became of a challenge. */
    BoundChallenge put(BoundChallenge before, Challenge after) {
        BoundChallenge bound = before.with(after);
        put(bound);
        return bound;
    }

    /** A proof for this purpose that still counts. */
    Optional<BoundChallenge> usable(ChallengeId id, Purpose purpose, Instant provenSince) {
        return find(id).filter(bound -> bound.challenge().state() == Challenge.State.PROVEN)
                .filter(bound -> bound.challenge().purpose() == purpose)
                .filter(bound -> bound.challenge().expiresAt().isAfter(provenSince));
    }

    void spend(BoundChallenge bound) {
        put(bound, bound.challenge().in(Challenge.State.SPENT));
    }
}
