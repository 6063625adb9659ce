package dev.badgr.port;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.email.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Challenges, and the budgets of sending and guessing.
 *
 * <p>Counts of wrong guesses for an address, from a client and in all never fall within their window, which begins with
 * the first wrong guess. Guesses that are judged at the same moment on different challenges may pass a budget together
 * before the first of them is counted; on one challenge the count of attempts is exact.
 */
public interface ChallengeStore {
    /**
     * Something that may be sent only so often, exactly: the rates hold for every span of time.
     *
     * @param bucket what is counted; at most 100 characters
     * @param rates how often
     */
    record SendBudget(String bucket, List<Rate> rates) {}

    /** What became of proving an address for an account. */
    enum EmailProof {
        /** The code was right and the address is the account's now, at the account's next epoch. */
        ADDED,
        /** The code was right, but the address is verified on another account. */
        TAKEN,
        /** The code was right, but the account has as many addresses as it may. */
        TOO_MANY,
        /** The code was right, but the account is gone or at another epoch. */
        ACCOUNT_CHANGED,
        /** The code was not right; the judgement tells. */
        NOT_PROVEN
    }

    /**
     * The outcome of {@link #judgeEmail}.
     *
     * @param judgement of the guess
     * @param proof what it led to
     */
    record JudgedEmail(Judgement judgement, EmailProof proof) {}

    /**
     * In one step: stores a challenge if every budget allows it and the address has wrong guesses left for the day, spends
     * the budgets, and puts an end to the challenge that it replaces, if that is still open. A challenge for an account that
     * doesn't exist (any more) does none of that.
     *
     * @param challenge in the state OPEN, or PROVEN where no code is needed
     * @param budgets in the order in which they are to be locked; none for a challenge that sends nothing
     * @param replaces a challenge that is dead from then on
     * @return empty if it is stored or its account is gone; else from when on it would be, and nothing changed
     */
    Optional<Instant> issue(
            BoundChallenge challenge,
            List<SendBudget> budgets,
            Optional<ChallengeId> replaces,
            CodeRules rules,
            Instant now);

    /** A challenge by its id, in whatever state. */
    Optional<BoundChallenge> byId(ChallengeId id);

    /**
     * In one step: judges a guess by the table of {@link dev.badgr.email.Challenge#judge}, counts it, and uses the code up
     * if it was right. Of any number of right guesses at once, one is {@code RIGHT}. A spent budget of wrong guesses, for the
     * address or the client, refuses a right one too.
     */
    Judgement judge(Guess guess, CodeRules rules);

    /**
     * As {@link #judge} for {@link Purpose#ADD_EMAIL}, and in the same step adds the address to the guess's account if the
     * code was right, the account is still at this epoch, and the mailbox is on no account; each of the account's addresses,
     * the new one too, is told, and the record of it is kept.
     *
     * @param epoch of the account, as the person's sign-in saw it
     * @param maxEmails how many addresses an account may have
     */
    JudgedEmail judgeEmail(Guess guess, long epoch, CodeRules rules, int maxEmails, Announcement announcement);

    /**
     * Uses up a proven challenge: of any number of calls at once, one gets {@code true}.
     *
     * @param provenSince the earliest expiry of a code whose proof still counts
     */
    boolean spend(ChallengeId id, Purpose purpose, Instant provenSince);

    /** Whether so many wrong guesses were made in all lately that new codes should be links. */
    boolean isUnderAttack(CodeRules rules, Instant now);
}
