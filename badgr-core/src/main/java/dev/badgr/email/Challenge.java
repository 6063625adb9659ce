package dev.badgr.email;

import java.time.Instant;
import java.util.Objects;

/**
 * A question put to whoever reads a mailbox: which code did we send? Bound to one purpose and one address; each guess is
 * counted, and one right guess uses it up.
 *
 * <p>Immutable: {@link #judge} answers what a guess makes of it. Adapters that judge inside a database statement hold to
 * the same table; the contract tests compare them.
 *
 * @param id its name
 * @param purpose what it may be used for
 * @param address the mailbox, as typed
 * @param recipient the mailbox's stored name
 * @param codeHash what is kept of the code
 * @param createdAt when it was asked
 * @param expiresAt from when on no code is right
 * @param attempts how many guesses were judged; never falls
 * @param state how far it got
 */
public record Challenge(
        ChallengeId id,
        Purpose purpose,
        EmailAddress address,
        RecipientKey recipient,
        CodeHash codeHash,
        Instant createdAt,
        Instant expiresAt,
        int attempts,
        State state) {

    /** How far a challenge got. */
    public enum State {
        /** Waits for its code. */
        OPEN,
        /** The code was right; what it was asked for can be done, once. */
        PROVEN,
        /** Used up. */
        SPENT,
        /** A newer code took its place. */
        REPLACED
    }

    /** What became of a guess. */
    public enum Verdict {
        /** The one right guess. */
        RIGHT,
        /** Not the code; counted. */
        WRONG,
        /** Too late; not counted. */
        EXPIRED,
        /** No guesses left; not counted. */
        EXHAUSTED,
        /** It was confirmed before; not counted. */
        USED,
        /** A newer code was sent; not counted. */
        REPLACED,
        /** Stored under a key that judges no more, or that this server doesn't know yet; not counted. */
        UNKNOWN_KEY,
        /** There is none of that id, purpose and account; not counted. */
        UNKNOWN,
        /** Too many wrong guesses for this address or from this client; not counted. */
        BUDGET_SPENT
    }

    /** A verdict, and the challenge after it. */
    public record Judged(Verdict verdict, Challenge challenge) {}

    public Challenge {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(codeHash, "codeHash");
        Objects.requireNonNull(state, "state");
        if (!createdAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("expiresAt: must be after createdAt");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts: never below 0");
        }
    }

    /** What a guess makes of this challenge. */
    public Judged judge(CodeHashes guess, Instant now, CodeRules rules) {
        return switch (state) {
            case REPLACED -> new Judged(Verdict.REPLACED, this);
            case PROVEN, SPENT -> new Judged(Verdict.USED, this);
            case OPEN -> judgeOpen(guess, now, rules);
        };
    }

    /** Whether it was proven and the proof still counts. */
    public boolean isProvenAt(Instant now, CodeRules rules) {
        return state == State.PROVEN && now.isBefore(expiresAt.plus(rules.provenFor()));
    }

    /** The same, in another state. */
    public Challenge in(State next) {
        return new Challenge(id, purpose, address, recipient, codeHash, createdAt, expiresAt, attempts, next);
    }

    private Judged judgeOpen(CodeHashes guess, Instant now, CodeRules rules) {
        if (attempts >= rules.attempts()) {
            return new Judged(Verdict.EXHAUSTED, this);
        }
        if (!now.isBefore(expiresAt)) {
            return new Judged(Verdict.EXPIRED, this);
        }
        if (!guess.knowTheKeyOf(codeHash)) {
            return new Judged(Verdict.UNKNOWN_KEY, this);
        }
        boolean right = guess.include(codeHash);
        State next = right ? State.PROVEN : State.OPEN;
        Challenge counted =
                new Challenge(id, purpose, address, recipient, codeHash, createdAt, expiresAt, attempts + 1, next);
        return new Judged(right ? Verdict.RIGHT : Verdict.WRONG, counted);
    }
}
