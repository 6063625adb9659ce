package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.award.AwardId;
import dev.badgr.port.Announcement;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A notice as a row, and back. */
final class NoticeRows {
    private static final String INTO = """
            badgr_notice (recipient_key, id, kind, address, award_recipient, award_sequence, detail, locale, created_at,
                attempts, next_attempt_at, last_error)""";
    private static final String VALUES = """
            :to_recipient, cast(:id as uuid), :kind, :to_address, cast(:award_recipient as uuid),
                cast(:award_sequence as uuid), :detail, :locale, cast(:created_at as timestamp(3) with time zone),
                cast(:attempts as integer), cast(:next_attempt_at as timestamp(3) with time zone), :last_error""";

    static final String INSERT_TEXT = "insert into %s values (%s)".formatted(INTO, VALUES);
    static final Sql INSERT = Sql.of(INSERT_TEXT);

    /** The same, once for each row of a relation that is to be named. */
    static final String INSERT_FROM = "insert into %s select %s from ".formatted(INTO, VALUES);

    private NoticeRows() {}

    /** Stores those that are not stored yet. */
    static void write(Session session, List<Notice> notices) throws SQLException {
        session.insertAllIfAbsent(
                INSERT, notices.stream().map(NoticeRows::params).toList());
    }

    /** To each address of these accounts one; of a mailbox that is there twice, at the first of its spellings. */
    static void announce(Session session, Announcement announcement, Stream<Account> accounts) throws SQLException {
        write(
                session,
                accounts.flatMap(account -> account.emails().stream())
                        .map(email -> announcement.to(email.recipient(), email.address()))
                        .toList());
    }

    static Params params(Notice notice) {
        return Params.with("to_recipient", notice.recipient())
                .and("id", notice.id())
                .and("kind", notice.kind())
                .and("to_address", notice.to())
                .and("award_recipient", notice.award().map(AwardId::recipient))
                .and("award_sequence", notice.award().map(AwardId::sequence))
                .and("detail", notice.detail())
                .and("locale", notice.locale())
                .and("created_at", notice.createdAt())
                .and("attempts", notice.attempts())
                .and("next_attempt_at", notice.nextAttemptAt())
                .and("last_error", notice.lastError());
    }

    static Notice read(Row row) throws SQLException {
        return new Notice(
                row.recipient("recipient_key"),
                row.uuid("id"),
                row.oneOf(Notice.Kind.class, "kind"),
                row.address("address"),
                row.optionalAward("award_recipient", "award_sequence"),
                row.text("detail"),
                row.locale("locale"),
                row.time("created_at"),
                row.number("attempts"),
                row.optionalTime("next_attempt_at"),
                row.optionalText("last_error"));
    }
}
