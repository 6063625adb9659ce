package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.AwardStore.Reissued;
import dev.badgr.port.AwardStore.Reissuing;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Issues an award again, in a transaction that holds the earlier one's row. */
record Succession(AwardId id, Award next, List<Notice> notices) {
    private static final Sql LOCK = AwardRows.BY_ID.plus(" for update");
    private static final Sql MARK = Sql.of("""
            update badgr_award set reissued_recipient = :new_recipient, reissued_sequence = :new_sequence
            where recipient_key = :recipient and sequence = :sequence
            """);

    Reissued apply(Session session) throws SQLException {
        Optional<Award> earlier =
                session.one(LOCK, AwardRows.id(id), AwardRows::read).filter(Award::isLive);
        if (earlier.isEmpty()) {
            return not(Reissuing.GONE);
        }
        Optional<AwardId> before = earlier.get().reissuedAs();
        if (before.isPresent()) {
            return done(Awarding.first(session, before.get()));
        } else if (!Awarding.isDefined(session, next)) {
            return not(Reissuing.BADGE_UNKNOWN);
        } else if (!Awarding.insert(session, next, notices)) {
            return not(Reissuing.KEY_TAKEN);
        }
        session.update(
                MARK,
                AwardRows.id(id)
                        .and("new_recipient", next.id().recipient())
                        .and("new_sequence", next.id().sequence()));
        return done(new Awarded(next, true));
    }

    private static Reissued done(Awarded awarded) {
        return new Reissued(Reissuing.DONE, Optional.of(awarded));
    }

    private static Reissued not(Reissuing why) {
        return new Reissued(why, Optional.empty());
    }
}
