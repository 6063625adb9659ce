package dev.badgr.jdbc;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.Purpose;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Challenges in a table, budgets in two more. */
record JdbcChallenges(Jdbc jdbc) implements ChallengeStore {
    private static final Sql BY_ID = Sql.of("select * from badgr_challenge where id = :id");
    private static final Sql SPEND = Sql.of("""
            update badgr_challenge set state = 'SPENT'
            where id = :id and purpose = :purpose and state = 'PROVEN' and expires_at > :proven_since
            """);

    @Override
    public Optional<Instant> issue(
            BoundChallenge challenge,
            List<SendBudget> budgets,
            Optional<ChallengeId> replaces,
            CodeRules rules,
            Instant now) {
        Issuing issuing = new Issuing(challenge, budgets, replaces, rules, now);
        return jdbc.atomically(issuing::attempt);
    }

    @Override
    public Optional<BoundChallenge> byId(ChallengeId id) {
        return jdbc.once(session -> session.one(BY_ID, Params.with("id", id), ChallengeRows::read));
    }

    @Override
    public Judgement judge(Guess guess, CodeRules rules) {
        return jdbc.dialect().judging().judge(jdbc, guess, rules);
    }

    @Override
    public JudgedEmail judgeEmail(Guess guess, long epoch, CodeRules rules, int maxEmails, Announcement announcement) {
        return guess.purpose() == Purpose.ADD_EMAIL && guess.account().isPresent()
                ? jdbc.dialect()
                        .judging()
                        .judgeEmail(jdbc, new EmailGuess(guess, epoch, rules, maxEmails, announcement))
                : new JudgedEmail(Judging.UNKNOWN, EmailProof.NOT_PROVEN);
    }

    @Override
    public boolean spend(ChallengeId id, Purpose purpose, Instant provenSince) {
        Params params = Params.with("id", id).and("purpose", purpose).and("proven_since", provenSince);
        return jdbc.once(session -> session.update(SPEND, params) == 1);
    }

    @Override
    public boolean isUnderAttack(CodeRules rules, Instant now) {
        return jdbc.once(session -> GuessCounts.spentUntil(session, GuessCounts.IN_ALL, rules.wrongInAll(), now)
                .isPresent());
    }
}
