package dev.badgr.memory;

import dev.badgr.email.SendLog;
import dev.badgr.port.ChallengeStore.SendBudget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What was sent when, by bucket. */
final class SendLogs {
    private static final Layout<String, SendLog> LOGS = Layout.single();

    private final Table<String, SendLog> logs;

    SendLogs(Transaction in) {
        this.logs = in.table(LOGS);
    }

    /** Until when each of the budgets that forbid it now forbids to send. */
    Stream<Instant> blocks(List<SendBudget> budgets, Instant now) {
        return budgets.stream().flatMap(budget -> log(budget).blockedUntil(budget.rates(), now).stream());
    }

    void spend(SendBudget budget, Instant now) {
        logs.put(budget.bucket(), log(budget).plus(now, budget.rates()));
    }

    void forget(String bucket) {
        logs.remove(bucket);
    }

    /** Removes at most so many of those whose latest time is this or before. */
    int prune(Instant sentBy, int max) {
        return logs.prune(log -> log.times().stream().noneMatch(time -> time.isAfter(sentBy)), max);
    }

    private SendLog log(SendBudget budget) {
        return logs.find(budget.bucket()).orElseGet(SendLog::empty);
    }
}
