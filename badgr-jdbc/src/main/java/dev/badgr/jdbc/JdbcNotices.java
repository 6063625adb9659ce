package dev.badgr.jdbc;

import dev.badgr.email.RecipientKey;
import dev.badgr.port.Notice;
import dev.badgr.port.NoticeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notices in a table, claimed by who gets hold of their rows. */
record JdbcNotices(Jdbc jdbc) implements NoticeStore {
    private static final String DUE = """
            select * from badgr_notice where next_attempt_at <= :now
            order by next_attempt_at, recipient_key, id limit :rows""";
    private static final Taking.Change LEASE = new Taking.Change(
            "badgr_notice",
            "update badgr_notice set attempts = attempts + 1, next_attempt_at = :lease_until",
            "recipient_key = :to_recipient and id = :id and next_attempt_at <= :now");
    private static final Sql DELIVERED =
            Sql.of("delete from badgr_notice where recipient_key = :to_recipient and id = :id");
    private static final Sql FAILED = Sql.of("""
            update badgr_notice set next_attempt_at = :retry_at, last_error = :error
            where recipient_key = :to_recipient and id = :id
            """);
    private static final Sql RETRY =
            Sql.of("update badgr_notice set next_attempt_at = :now where recipient_key = :recipient and attempts > 0");
    private static final Sql UNDELIVERED = Sql.of("""
            select * from badgr_notice where next_attempt_at <= :now or attempts > 0
            order by created_at, recipient_key, id limit :rows
            """);

    @Override
    public void write(List<Notice> notices) {
        jdbc.atomically(session -> {
            NoticeRows.write(session, notices);
            return notices.size();
        });
    }

    @Override
    public List<Notice> claim(Instant now, Instant leaseUntil, int max) {
        return jdbc.atomically(session -> session
                .dialect()
                .taking()
                .take(
                        session,
                        new Taking.Look<>(DUE, Params.with("now", now), NoticeRows::read),
                        max,
                        LEASE,
                        notice -> NoticeRows.params(notice).and("now", now).and("lease_until", leaseUntil))
                .stream()
                .map(notice -> notice.leased(leaseUntil))
                .toList());
    }

    @Override
    public void delivered(Notice notice) {
        jdbc.once(session -> session.update(DELIVERED, NoticeRows.params(notice)));
    }

    @Override
    public void failed(Notice notice, Optional<Instant> retryAt, String error) {
        Params params = NoticeRows.params(notice).and("retry_at", retryAt).and("error", error);
        jdbc.once(session -> session.update(FAILED, params));
    }

    @Override
    public int retry(RecipientKey recipient, Instant now) {
        Params params = Params.with("recipient", recipient).and("now", now);
        return jdbc.once(session -> session.update(RETRY, params));
    }

    @Override
    public List<Notice> undelivered(Instant now, int max) {
        Params params = Params.with("now", now).and("rows", max);
        return jdbc.once(session -> session.list(UNDELIVERED, params, NoticeRows::read));
    }
}
