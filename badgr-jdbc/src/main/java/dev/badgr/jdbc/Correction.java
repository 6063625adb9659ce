package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.AwardStore.Readdressing;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts an award at the right address, in a transaction that holds the wrong one's row and keeps its address unverified. */
record Correction(AwardId id, Award corrected, List<Notice> notices) {
    private static final Sql LOCK = Sql.of("""
            select sequence from badgr_award
            where recipient_key = :recipient and sequence = :sequence
                and revoked_at is null and readdressed_sequence is null and reissued_sequence is null
            for update
            """);
    /**
     * While the transaction is open this row keeps others from verifying the address, by the table's own key. It is
     * removed before the transaction ends, so nobody ever sees it.
     */
    private static final Sql RESERVE = AccountSql.EMAIL;

    private static final Sql RELEASE = Sql.of("delete from badgr_verified_email where recipient_key = :recipient");
    /** An award that was readdressed once and is sent back: its old row gives way. */
    private static final Sql GIVE_WAY = Sql.of("""
            delete from badgr_award
            where recipient_key = :recipient and sequence = :sequence and readdressed_sequence is not null
            """);

    private static final Sql MARK = Sql.of("""
            update badgr_award set readdressed_recipient = :new_recipient, readdressed_sequence = :new_sequence
            where recipient_key = :recipient and sequence = :sequence
            """);
    private static final UUID NOBODY = new UUID(0, 0);

    Readdressing apply(Session session) throws SQLException {
        Params wrong = AwardRows.id(id);
        if (!session.exists(LOCK, wrong)) {
            return Readdressing.GONE;
        } else if (!session.insertIfAbsent(RESERVE, placeholder())) {
            return Readdressing.ADDRESS_VERIFIED;
        }
        giveWay(session);
        Awarding.insert(session, corrected, notices);
        session.update(
                MARK,
                wrong.and("new_recipient", corrected.id().recipient())
                        .and("new_sequence", corrected.id().sequence()));
        session.update(WithdrawalRows.INSERT, wrong);
        session.update(RELEASE, wrong);
        return Readdressing.DONE;
    }

    private void giveWay(Session session) throws SQLException {
        Params before = AwardRows.id(corrected.id())
                .and("issuer", corrected.badge().issuer().value());
        if (session.update(GIVE_WAY, before) == 1) {
            session.update(WithdrawalRows.DELETE, before);
        }
    }

    private Params placeholder() {
        return Params.with("recipient", id.recipient())
                .and("account", NOBODY)
                .and("address", "")
                .and("verified_at", Instant.EPOCH)
                .and("epoch", 0);
    }
}
