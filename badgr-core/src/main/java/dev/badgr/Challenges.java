package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHashes;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.Event;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The steps that every proof of an address shares: ask, ask again, judge. See {@link Asking} for the first two. */
final class Challenges {
    private final Setup setup;
    private final Asking asking;

    Challenges(Setup setup) {
        this.setup = setup;
        this.asking = new Asking(setup);
    }

    /** Mails a code. */
    Result<CodeSent> ask(Question question, Client client) {
        return asking.ask(question, client);
    }

    /**
     * Another code in place of the one before, if that is for this purpose and account and was not confirmed yet; whether the
     * address can be used is looked at afresh.
     *
     * @param account empty if it is for nobody who is signed in
     * @param again what is to be proven now
     */
    Result<CodeSent> askAgain(
            ChallengeId replaces,
            Purpose purpose,
            Optional<AccountId> account,
            Function<BoundChallenge, Question> again,
            Client client) {
        return unconfirmed(replaces, purpose, account)
                .then(found -> asking.askAgain(again.apply(found), replaces, client));
    }

    /** A proof without a code: the issuer of a social account vouches for the address. */
    ChallengeId vouched(Question question) {
        return asking.vouched(question);
    }

    /** The challenge under this id, if it is for this purpose and its proof still counts. */
    Result<BoundChallenge> proven(ChallengeId id, Purpose purpose) {
        return proven(id, purpose, Optional.empty());
    }

    /** The same, if it is for this account too. */
    Result<BoundChallenge> proven(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Optional<BoundChallenge> found = find(id, purpose, account);
        if (found.isEmpty()) {
            return unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
        }
        Challenge challenge = found.get().challenge();
        if (challenge.isProvenAt(setup.now(), rules())) {
            return Result.success(found.get());
        }
        return unusable(
                switch (challenge.state()) {
                    case OPEN -> Refusal.CodeUnusable.Reason.NOT_PROVEN;
                    case PROVEN -> Refusal.CodeUnusable.Reason.EXPIRED;
                    case SPENT -> Refusal.CodeUnusable.Reason.USED;
                    case REPLACED -> Refusal.CodeUnusable.Reason.REPLACED;
                });
    }

    /** Counts the attempt, judges it and uses the code up, in one step; what the right one has proven. */
    Result<BoundChallenge> confirm(
            ChallengeId id, Purpose purpose, Optional<AccountId> account, CodeForm form, Client client) {
        return Typed.parse(() -> VerificationCode.parse(form.code()), code -> {
            Judgement judgement =
                    setup.stores().challenges().judge(guess(id, purpose, account, code, client), rules(code));
            return verdict(judgement)
                    .then(proven -> Result.success(judgement.challenge().orElseThrow()));
        });
    }

    Guess guess(ChallengeId id, Purpose purpose, Optional<AccountId> account, VerificationCode code, Client client) {
        Instant now = setup.now();
        CodeHashes hashes = setup.secrets().codes().guessed(code, id, now);
        return new Guess(id, purpose, account, hashes, setup.key(client), now);
    }

    /** The rules by which a guess is judged: nobody guesses a link, so a spent budget of wrong guesses doesn't stop it. */
    CodeRules rules(VerificationCode guess) {
        return asking.rules(guess);
    }

    /** The challenge that a right guess has proven, or the refusal of another. */
    Result<Challenge> verdict(Judgement judgement) {
        Optional<Challenge> challenge = judgement.challenge().map(BoundChallenge::challenge);
        Event event = judgement.verdict() == Verdict.RIGHT ? Event.CODE_RIGHT : Event.CODE_REFUSED;
        setup.events()
                .happened(
                        event,
                        judgement.verdict(),
                        challenge.map(Challenge::address).map(Object::toString).orElse("-"));
        return switch (judgement.verdict()) {
            case RIGHT -> Result.success(challenge.orElseThrow());
            case WRONG ->
                Result.refused(new Refusal.WrongCode(
                        rules().attempts() - challenge.orElseThrow().attempts()));
            case EXPIRED, UNKNOWN_KEY -> unusable(Refusal.CodeUnusable.Reason.EXPIRED);
            case EXHAUSTED -> unusable(Refusal.CodeUnusable.Reason.EXHAUSTED);
            case USED -> unusable(Refusal.CodeUnusable.Reason.USED);
            case REPLACED -> unusable(Refusal.CodeUnusable.Reason.REPLACED);
            case UNKNOWN -> unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
            case BUDGET_SPENT -> Result.refused(new Refusal.TryLater(setup.now().plus(rules().hour())));
        };
    }

    private Result<BoundChallenge> unconfirmed(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Optional<BoundChallenge> found = find(id, purpose, account);
        if (found.isEmpty()) {
            return unusable(Refusal.CodeUnusable.Reason.UNKNOWN);
        }
        return switch (found.get().challenge().state()) {
            case OPEN -> Result.success(found.get());
            case PROVEN, SPENT -> unusable(Refusal.CodeUnusable.Reason.USED);
            case REPLACED -> unusable(Refusal.CodeUnusable.Reason.REPLACED);
        };
    }

    private Optional<BoundChallenge> find(ChallengeId id, Purpose purpose, Optional<AccountId> account) {
        Objects.requireNonNull(id, "challenge");
        return setup.stores()
                .challenges()
                .byId(id)
                .filter(found -> found.challenge().purpose() == purpose)
                .filter(found -> account.isEmpty() || found.account().equals(account));
    }

    private CodeRules rules() {
        return setup.limits().codes();
    }

    private static <T> Result<T> unusable(Refusal.CodeUnusable.Reason reason) {
        return Result.refused(new Refusal.CodeUnusable(reason));
    }
}
