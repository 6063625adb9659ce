package dev.badgr.memory;

import dev.badgr.account.Account;
import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The challenges as they stand, and what they prove. */
final class Proofs {
    private static final Layout<ChallengeId, BoundChallenge> CHALLENGES = Layout.single();

    private final Table<ChallengeId, BoundChallenge> challenges;

    Proofs(Transaction in) {
        this.challenges = in.table(CHALLENGES);
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

    /** How many there are by an account or to one of its addresses. */
    long count(Account account) {
        return challenges.all().filter(isAbout(account)).count();
    }

    void forget(Account account) {
        challenges.prune(isAbout(account), Integer.MAX_VALUE);
    }

    /** Removes at most so many whose codes expired at this time or before. */
    int prune(Instant expiredBy, int max) {
        return challenges.prune(bound -> !bound.challenge().expiresAt().isAfter(expiredBy), max);
    }

    private static Predicate<BoundChallenge> isAbout(Account account) {
        return bound -> bound.account().equals(Optional.of(account.id()))
                || account.hasVerified(bound.challenge().recipient());
    }
}
