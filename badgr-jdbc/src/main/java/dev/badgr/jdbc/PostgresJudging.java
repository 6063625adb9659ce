package dev.badgr.jdbc;

import dev.badgr.email.Challenge;
import dev.badgr.email.Challenge.State;
import dev.badgr.email.Challenge.Verdict;
import dev.badgr.email.CodeRules;
import dev.badgr.port.Announcement;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.EmailProof;
import dev.badgr.port.ChallengeStore.JudgedEmail;
import dev.badgr.port.Guess;
import dev.badgr.port.Judgement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One statement: an update that hits the challenge's row only if the guess is to be judged. When others hold the row, the
 * database checks the conditions again on what they left, so the count is exact. If the update hit nothing although the row
 * looked open when the statement began, others were quicker, and it is run again to see what they did.
 */
final class PostgresJudging extends Judging {
    @Override
    Judgement judge(Jdbc jdbc, Guess guess, CodeRules rules) {
        Params params = params(guess, rules);
        return jdbc.once(session -> session.one(PostgresJudgingSql.JUDGE, params, row -> judgement(row, guess, rules))
                .orElse(UNKNOWN));
    }

    /** An address that another account proves at the same moment breaks its unique key, which undoes the statement. */
    @Override
    JudgedEmail judgeEmail(Jdbc jdbc, EmailGuess wanted) {
        Params params = params(wanted);
        Row.Mapper<JudgedEmail> mapper = row -> judgedEmail(row, judgement(row, wanted.guess(), wanted.rules()));
        return jdbc.once(session -> LostRace.ifConstraintBroken(
                s -> s.one(PostgresJudgingSql.JUDGE_EMAIL, params, mapper)
                        .orElse(new JudgedEmail(UNKNOWN, EmailProof.NOT_PROVEN)),
                session));
    }

    private static Judgement judgement(Row row, Guess guess, CodeRules rules) throws SQLException {
        BoundChallenge before = ChallengeRows.read(row);
        Optional<String> state = row.optionalText("state_now");
        if (state.isPresent()) {
            Challenge after = counted(before.challenge(), row.number("attempts_now"), State.valueOf(state.get()));
            Verdict verdict = after.state() == State.PROVEN ? Verdict.RIGHT : Verdict.WRONG;
            return new Judgement(verdict, Optional.of(before.with(after)));
        }
        Verdict verdict =
                before.challenge().judge(guess.hashes(), guess.now(), rules).verdict();
        if (verdict != Verdict.RIGHT && verdict != Verdict.WRONG) {
            return new Judgement(verdict, Optional.of(before));
        } else if (row.flag("budget_spent")) {
            return new Judgement(Verdict.BUDGET_SPENT, Optional.of(before));
        }
        throw new LostRace();
    }

    private static JudgedEmail judgedEmail(Row row, Judgement judgement) throws SQLException {
        return new JudgedEmail(judgement, judgement.verdict() == Verdict.RIGHT ? proof(row) : EmailProof.NOT_PROVEN);
    }

    private static EmailProof proof(Row row) throws SQLException {
        if (row.flag("added")) {
            return EmailProof.ADDED;
        } else if (!row.flag("at_epoch")) {
            return EmailProof.ACCOUNT_CHANGED;
        } else if (row.flag("taken")) {
            return EmailProof.TAKEN;
        }
        // With nothing in the way, the account has changed since the statement began.
        return row.flag("has_room") ? EmailProof.ACCOUNT_CHANGED : EmailProof.TOO_MANY;
    }

    private static Challenge counted(Challenge c, int attempts, State state) {
        return new Challenge(
                c.id(),
                c.purpose(),
                c.address(),
                c.recipient(),
                c.codeHash(),
                c.createdAt(),
                c.expiresAt(),
                attempts,
                state);
    }

    private static Params params(EmailGuess wanted) {
        Announcement announcement = wanted.announcement();
        return params(wanted.guess(), wanted.rules())
                .and("epoch", wanted.epoch())
                .and("max_emails", wanted.maxEmails())
                .and("notice_id", announcement.id())
                .and("kind", announcement.kind())
                .and("detail", announcement.detail())
                .and("locale", announcement.locale())
                .and("told_at", announcement.now())
                .and(AuditRows.params(announcement.record()));
    }

    static Params params(Guess guess, CodeRules rules) {
        return Params.with("id", guess.challenge())
                .and("purpose", guess.purpose())
                .and("account", guess.account())
                .and("hashes", guess.hashes())
                .and("key_ids", guess.hashes().keyIds().toArray(String[]::new))
                .and("now", guess.now())
                .and("client_bucket", GuessCounts.bucket(guess.client()))
                .and("attempts", rules.attempts())
                .and("per_address", rules.wrongPerAddress())
                .and("per_client", rules.wrongPerClient())
                .and("hour_ends_at", guess.now().plus(rules.hour()))
                .and("day_ends_at", guess.now().plus(rules.day()));
    }
}
