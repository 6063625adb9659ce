package dev.badgr.jdbc;

import dev.badgr.port.Notice;
import dev.badgr.port.NoticeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notices in a table, claimed by who gets hold of their rows. */
record JdbcNotices(Jdbc jdbc) implements NoticeStore {
    /** Rows that another claims at this moment are passed over, so claims don't wait for each other. */
    private static final Sql DUE = Sql.of("""
            select * from badgr_notice where next_attempt_at <= :now
            order by next_attempt_at, recipient_key, id limit :rows for update skip locked
            """);

    private static final Sql LEASE = Sql.of("""
            update badgr_notice set attempts = attempts + 1, next_attempt_at = :lease_until
            where recipient_key = :to_recipient and id = :id
            """);
    private static final Sql DELIVERED =
            Sql.of("delete from badgr_notice where recipient_key = :to_recipient and id = :id");
    private static final Sql FAILED = Sql.of("""
            update badgr_notice set next_attempt_at = :retry_at, last_error = :error
            where recipient_key = :to_recipient and id = :id
            """);
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
        Params params = Params.with("now", now).and("rows", max);
        return jdbc.atomically(session -> {
            List<Notice> due = session.list(DUE, params, NoticeRows::read);
            session.updateAll(
                    LEASE,
                    due.stream()
                            .map(n -> NoticeRows.params(n).and("lease_until", leaseUntil))
                            .toList());
            return due.stream().map(notice -> notice.leased(leaseUntil)).toList();
        });
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
    public List<Notice> undelivered(Instant now, int max) {
        Params params = Params.with("now", now).and("rows", max);
        return jdbc.once(session -> session.list(UNDELIVERED, params, NoticeRows::read));
    }
}
