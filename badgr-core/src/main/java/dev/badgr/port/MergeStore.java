package dev.badgr.port;

import dev.badgr.account.AccountId;
import dev.badgr.email.ChallengeId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Merging accounts: all that one has becomes another's, and of the one only a {@link Tombstone} stays. Awards are under
 * addresses, so they come along with these.
 */
public interface MergeStore {
    /** What became of merging. */
    enum Merging {
        /** It is done. */
        MERGED,
        /** It was done by an earlier call with the same proof. */
        MERGED_BEFORE,
        /**
         * The challenge is not, or no longer, proven; or its address is not on the account that it was asked for any more; or
         * that account is disabled or gone.
         */
        PROOF_GONE,
        /** The account that is to stay is at another epoch, or gone. */
        STALE,
        /** Together they have more addresses than an account may have. */
        TOO_MANY_EMAILS
    }

    /**
     * What merging needs.
     *
     * @param survivor the account that stays
     * @param epoch at which it must be, as the person's sign-in saw it
     * @param proof the challenge by which an address of the other account was proven for this one
     * @param provenSince the earliest expiry of a code whose proof still counts
     * @param maxEmails how many addresses an account may have
     * @param announcement what each address of both is told; its time is that of merging
     */
    record Wanted(
            AccountId survivor,
            long epoch,
            ChallengeId proof,
            Instant provenSince,
            int maxEmails,
            Announcement announcement) {}

    /**
     * What stays of an account that was merged into another.
     *
     * @param gone the account that is no more
     * @param survivor the one that it was merged into
     * @param proof the challenge that was used up for it
     * @param before the epoch at which the survivor was
     * @param after the epoch at which it was then
     * @param at when
     */
    record Tombstone(AccountId gone, AccountId survivor, ChallengeId proof, long before, long after, Instant at) {
        public Tombstone {
            Objects.requireNonNull(gone, "gone");
            Objects.requireNonNull(survivor, "survivor");
            Objects.requireNonNull(proof, "proof");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The outcome of {@link #merge}.
     *
     * @param merging what became of it
     * @param tombstone if it is done, now or before
     */
    record Outcome(Merging merging, Optional<Tombstone> tombstone) {
        /** Nothing was merged. */
        public static Outcome not(Merging why) {
            return new Outcome(why, Optional.empty());
        }

        /** It is done. */
        public static Outcome merged(Tombstone tombstone) {
            return new Outcome(Merging.MERGED, Optional.of(tombstone));
        }

        /** It was done before. */
        public static Outcome before(Tombstone tombstone) {
            return new Outcome(Merging.MERGED_BEFORE, Optional.of(tombstone));
        }
    }

    /**
     * In one step: uses up the proof; gives the survivor the other account's addresses and social accounts (as
     * {@link dev.badgr.account.Account#takingIn}), collections, share links and both ledgers of consents, each entry as it was; keeps the
     * survivor's own choice about e-mail updates by one more entry, should the other's be newer; forgets the other's failures to
     * sign in; puts a tombstone in its place; adds its audit records to the survivor's and appends one more there; and writes a notice to each
     * address of both.
     *
     * <p>The other account is the one that the challenge was issued for. Unless the answer is {@link Merging#MERGED}, nothing
     * changed. Done again with a proof that this survivor has used up, it changes nothing and gives the tombstone of then.
     */
    Outcome merge(Wanted wanted);

    /** What stays of an account; empty if it was not merged into another. */
    Optional<Tombstone> of(AccountId gone);
}
