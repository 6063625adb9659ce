package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Withdrawal;
import java.sql.SQLException;

/** That an award counts no more, as a row, and back. */
final class WithdrawalRows {
    /** Of an award that has just been revoked or readdressed. */
    static final Sql INSERT = Sql.of("""
            insert into badgr_withdrawal (issuer, sequence, recipient_key, reason)
            select issuer, sequence, recipient_key, revocation_reason from badgr_award
            where recipient_key = :recipient and sequence = :sequence
            """);

    /** Of many that have just been revoked. */
    static final Many INSERT_MANY = new Many(
            "insert into badgr_withdrawal (issuer, sequence, recipient_key, reason) values ",
            Sql.of("(:issuer, :sequence, :recipient, :reason)"),
            "");

    /** Of an award that is put back; it is in the table of awards again. */
    static final Sql DELETE = Sql.of("""
            delete from badgr_withdrawal
            where issuer = :issuer and recipient_key = :recipient and sequence = :sequence
            """);

    static final Sql FIRST = page("");

    static final Sql NEXT = page("and (sequence > :after or (sequence = :after and recipient_key > :after_recipient))");

    private WithdrawalRows() {}

    static Params params(Award revoked) {
        return AwardRows.id(revoked.id())
                .and("issuer", revoked.badge().issuer().value())
                .and("reason", Withdrawal.of(revoked).reason());
    }

    static Withdrawal read(Row row) throws SQLException {
        AwardId award = new AwardId(row.recipient("recipient_key"), row.uuid("sequence"));
        return new Withdrawal(award, row.optionalText("reason"));
    }

    private static Sql page(String after) {
        return Sql.of("""
                select sequence, recipient_key, reason from badgr_withdrawal
                where issuer = :issuer %s order by sequence, recipient_key limit :rows
                """.formatted(after));
    }
}
