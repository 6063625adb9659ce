package dev.badgr.jdbc;

import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.email.SendLog;
import dev.badgr.port.BoundChallenge;
import dev.badgr.port.ChallengeStore.SendBudget;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores a challenge within budgets that are held until the end of the transaction. */
record Issuing(
        BoundChallenge challenge,
        List<SendBudget> budgets,
        Optional<ChallengeId> replaces,
        CodeRules rules,
        Instant now) {
    private static final Sql LOCK = Sql.of("select sent_at from badgr_send_log where bucket = :bucket for update");
    private static final Sql BEGIN =
            Sql.of("insert into badgr_send_log (bucket, sent_at, last_sent_at) values (:bucket, '', :now)");
    private static final Sql LOG =
            Sql.of("update badgr_send_log set sent_at = :sent_at, last_sent_at = :last where bucket = :bucket");
    private static final Sql REPLACE =
            Sql.of("update badgr_challenge set state = 'REPLACED' where id = :id and state = 'OPEN'");

    /** Empty if it is stored or its account is gone; else from when on it would be stored. */
    Optional<Instant> attempt(Session session) throws SQLException {
        if (challenge.account().isPresent()
                && !AccountSql.lock(session, challenge.account().get())) {
            return Optional.empty();
        }
        String address = GuessCounts.bucket(challenge.challenge().recipient());
        Optional<Instant> blocked = GuessCounts.spentUntil(session, address, rules.wrongPerAddress(), now);
        SendLog[] logs = new SendLog[budgets.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = locked(session, budgets.get(i).bucket(), now);
            blocked = later(blocked, logs[i].blockedUntil(budgets.get(i).rates(), now));
        }
        if (blocked.isEmpty()) {
            store(session, logs);
        }
        return blocked;
    }

    private void store(Session session, SendLog[] logs) throws SQLException {
        for (int i = 0; i < logs.length; i++) {
            SendBudget budget = budgets.get(i);
            SendLog log = logs[i].plus(now, budget.rates());
            session.update(
                    LOG,
                    Params.with("bucket", budget.bucket())
                            .and("sent_at", text(log))
                            .and("last", log.times().get(log.times().size() - 1)));
        }
        session.update(ChallengeRows.INSERT, ChallengeRows.params(challenge));
        if (replaces.isPresent()) {
            session.update(REPLACE, Params.with("id", replaces));
        }
    }

    private static SendLog locked(Session session, String bucket, Instant now) throws SQLException {
        Params params = Params.with("bucket", bucket).and("now", now);
        Optional<SendLog> log = read(session, params);
        if (log.isPresent()) {
            return log.get();
        }
        session.ensure(BEGIN, params);
        return read(session, params).orElseThrow(LostRace::new);
    }

    private static Optional<SendLog> read(Session session, Params params) throws SQLException {
        return session.one(LOCK, params, row -> log(row.optionalText("sent_at").orElse("")));
    }

    private static SendLog log(String text) {
        return new SendLog(Arrays.stream(text.split(" "))
                .filter(time -> !time.isEmpty())
                .map(time -> Instant.ofEpochMilli(Long.parseLong(time)))
                .toList());
    }

    private static String text(SendLog log) {
        return log.times().stream()
                .map(time -> Long.toString(time.toEpochMilli()))
                .collect(Collectors.joining(" "));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
