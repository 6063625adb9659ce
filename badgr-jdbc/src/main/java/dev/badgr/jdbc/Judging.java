package dev.badgr.jdbc;

import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.Judged;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.ChallengeStore.JudgedEmail;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.sql.SQLException;
import java.util.Optional;

/** Judges a guess in a transaction that holds the challenge's row. */
class Judging {
    private static final Sql LOCK = Sql.of("select * from badgr_challenge where id = :id for update");
    private static final Sql COUNT =
            Sql.of("update badgr_challenge set attempts = :attempts, state = :state where id = :id");

    static final Judgement UNKNOWN = new Judgement(Verdict.UNKNOWN, Optional.empty());

    Judgement judge(Jdbc jdbc, Guess guess, CodeRules rules) {
        return jdbc.atomically(session -> judged(session, guess, rules));
    }

    JudgedEmail judgeEmail(Jdbc jdbc, EmailGuess wanted) {
        return jdbc.atomically(session -> {
            Judgement judgement = judged(session, wanted.guess(), wanted.rules());
            EmailProof proof = judgement.verdict() == Verdict.RIGHT
                    ? wanted.add(session, judgement.challenge().orElseThrow().challenge())
                    : EmailProof.NOT_PROVEN;
            return new JudgedEmail(judgement, proof);
        });
    }

    private static Judgement judged(Session session, Guess guess, CodeRules rules) throws SQLException {
        Optional<BoundChallenge> asked = session.one(LOCK, Params.with("id", guess.challenge()), ChallengeRows::read)
                .filter(bound -> isMeant(bound, guess));
        if (asked.isEmpty()) {
            return UNKNOWN;
        }
        Judged judged = asked.get().challenge().judge(guess.hashes(), guess.now(), rules);
        boolean counts = judged.verdict() == Verdict.RIGHT || judged.verdict() == Verdict.WRONG;
        if (!counts) {
            return new Judgement(judged.verdict(), asked);
        }
        if (isBudgetSpent(session, judged.challenge(), guess, rules)) {
            return new Judgement(Verdict.BUDGET_SPENT, asked);
        }
        store(session, judged, guess, rules);
        return new Judgement(judged.verdict(), asked.map(bound -> bound.with(judged.challenge())));
    }

    private static boolean isMeant(BoundChallenge bound, Guess guess) {
        boolean anyAccount = guess.account().isEmpty();
        return bound.challenge().purpose() == guess.purpose()
                && (anyAccount || bound.account().equals(guess.account()));
    }

    private static boolean isBudgetSpent(Session session, Challenge challenge, Guess guess, CodeRules rules)
            throws SQLException {
        String address = GuessCounts.bucket(challenge.recipient());
        String client = GuessCounts.bucket(guess.client());
        return GuessCounts.spentUntil(session, address, rules.wrongPerAddress(), guess.now())
                        .isPresent()
                || GuessCounts.spentUntil(session, client, rules.wrongPerClient(), guess.now())
                        .isPresent();
    }

    private static void store(Session session, Judged judged, Guess guess, CodeRules rules) throws SQLException {
        Challenge after = judged.challenge();
        Params params =
                Params.with("id", after.id()).and("attempts", after.attempts()).and("state", after.state());
        session.update(COUNT, params);
        if (judged.verdict() == Verdict.WRONG) {
            GuessCounts.count(session, after.recipient(), guess.client(), rules, guess.now());
        }
    }
}
