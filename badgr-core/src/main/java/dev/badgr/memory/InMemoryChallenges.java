package dev.badgr.memory;

import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Judged;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Challenges: the table is {@link Proofs}, the table of verdicts {@link Challenge#judge}. */
final class InMemoryChallenges implements ChallengeStore {
    private static final Judgement UNKNOWN = new Judgement(Verdict.UNKNOWN, Optional.empty());

    private final Proofs proofs;
    private final InMemoryAccounts accounts;
    private final SendLogs sent;
    private final WrongGuesses wrong;

    InMemoryChallenges(Transaction in) {
        this.proofs = new Proofs(in);
        this.accounts = new InMemoryAccounts(in);
        this.sent = new SendLogs(in);
        this.wrong = new WrongGuesses(in);
    }

    @Override
    public Optional<Instant> issue(
            BoundChallenge bound,
            List<SendBudget> budgets,
            Optional<ChallengeId> replaces,
            CodeRules rules,
            Instant now) {
        if (bound.account().flatMap(accounts::byId).isPresent()
                != bound.account().isPresent()) {
            return Optional.empty();
        }
        Stream<Instant> noGuesses = wrong.spentUntil(bound.challenge().recipient(), rules, now).stream();
        Optional<Instant> blocked =
                Stream.concat(noGuesses, sent.blocks(budgets, now)).max(Comparator.naturalOrder());
        if (blocked.isEmpty()) {
            budgets.forEach(budget -> sent.spend(budget, now));
            replaces.flatMap(proofs::find).ifPresent(this::end);
            proofs.put(bound);
        }
        return blocked;
    }

    @Override
    public Optional<BoundChallenge> byId(ChallengeId id) {
        return proofs.find(id);
    }

    @Override
    public Judgement judge(Guess guess, CodeRules rules) {
        return proofs.find(guess.challenge())
                .filter(bound -> isMeant(guess, bound))
                .map(bound -> judge(guess, bound, rules))
                .orElse(UNKNOWN);
    }

    @Override
    public JudgedEmail judgeEmail(Guess guess, long epoch, CodeRules rules, int maxEmails, Announcement announcement) {
        if (guess.purpose() != Purpose.ADD_EMAIL || guess.account().isEmpty()) {
            return new JudgedEmail(UNKNOWN, EmailProof.NOT_PROVEN);
        }
        Judgement judgement = judge(guess, rules);
        if (judgement.verdict() != Verdict.RIGHT) {
            return new JudgedEmail(judgement, EmailProof.NOT_PROVEN);
        }
        Challenge proven = judgement.challenge().orElseThrow().challenge();
        VerifiedEmail email = new VerifiedEmail(proven.address(), proven.recipient(), guess.now());
        return new JudgedEmail(judgement, accounts.add(email, guess.account().get(), epoch, maxEmails, announcement));
    }

    @Override
    public boolean spend(ChallengeId id, Purpose purpose, Instant provenSince) {
        Optional<BoundChallenge> proof = proofs.usable(id, purpose, provenSince);
        proof.ifPresent(proofs::spend);
        return proof.isPresent();
    }

    @Override
    public boolean isUnderAttack(CodeRules rules, Instant now) {
        return wrong.areAnAttack(rules, now);
    }

    private static boolean isMeant(Guess guess, BoundChallenge bound) {
        return guess.purpose() == bound.challenge().purpose()
                && (guess.account().isEmpty() || guess.account().equals(bound.account()));
    }

    private Judgement judge(Guess guess, BoundChallenge bound, CodeRules rules) {
        Judged judged = bound.challenge().judge(guess.hashes(), guess.now(), rules);
        if (judged.verdict() != Verdict.RIGHT && judged.verdict() != Verdict.WRONG) {
            return new Judgement(judged.verdict(), Optional.of(bound));
        }
        if (wrong.areSpent(bound.challenge().recipient(), guess.client(), rules, guess.now())) {
            return new Judgement(Verdict.BUDGET_SPENT, Optional.of(bound));
        }
        if (judged.verdict() == Verdict.WRONG) {
            wrong.count(bound.challenge().recipient(), guess.client(), rules, guess.now());
        }
        return new Judgement(judged.verdict(), Optional.of(proofs.put(bound, judged.challenge())));
    }

    private void end(BoundChallenge old) {
        if (old.challenge().state() == Challenge.State.OPEN) {
            proofs.put(old, old.challenge().in(Challenge.State.REPLACED));
        }
    }
}
