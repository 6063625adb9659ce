package dev.badgr.jdbc;

import dev.badgr.email.CodeRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.ClientKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Wrong guesses, counted in windows that begin with the first of them. */
final class GuessCounts {
    static final String IN_ALL = "system";
    private static final Sql SPENT = Sql.of("""
            select window_ends_at from badgr_guess_count
            where bucket = :bucket and window_ends_at > :now and wrong >= :budget
            """);
    /** The end of the window comes last: some databases see the columns that were set before. */
    private static final Sql COUNT = Sql.of("""
            update badgr_guess_count
            set wrong = case when window_ends_at <= :now then 1 else wrong + 1 end,
                window_ends_at = case when window_ends_at <= :now then :ends_at else window_ends_at end
            where bucket = :bucket
            """);

    private static final Sql BEGIN =
            Sql.of("insert into badgr_guess_count (bucket, window_ends_at, wrong) values (:bucket, :ends_at, 1)");

    private GuessCounts() {}

    static String bucket(RecipientKey recipient) {
        return "address:" + recipient.value();
    }

    static String bucket(ClientKey client) {
        return "client:" + client.value();
    }

    /** Whether so many were made; if so, until when that counts. */
    static Optional<Instant> spentUntil(Session session, String bucket, int budget, Instant now) throws SQLException {
        Params params = Params.with("bucket", bucket).and("budget", budget).and("now", now);
        return session.one(SPENT, params, row -> row.time("window_ends_at"));
    }

    /** Counts one for the address, the client and in all: in an order that all transactions keep to. */
    static void count(Session session, RecipientKey recipient, ClientKey client, CodeRules rules, Instant now)
            throws SQLException {
        count(session, bucket(recipient), rules.day(), now);
        count(session, bucket(client), rules.hour(), now);
        count(session, IN_ALL, rules.day(), now);
    }

    private static void count(Session session, String bucket, Duration window, Instant now) throws SQLException {
        Params params = Params.with("bucket", bucket).and("now", now).and("ends_at", now.plus(window));
        if (session.update(COUNT, params) == 0 && !session.insertIfAbsent(BEGIN, params)) {
            session.update(COUNT, params);
        }
    }
}
