package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.BadgrException;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Stores an award once, with its notices, in a transaction. */
class Awarding {
    private static final Sql DEFINED = Sql.of("select 1 from badgr_badge where issuer = :issuer and slug = :badge");

    /** An award may be readdressed again and again, but not for ever. */
    private static final int LONGEST_WAY = 1000;

    Optional<Awarded> award(Jdbc jdbc, Award award, List<Notice> notices) {
        return jdbc.atomically(session -> {
            if (!isDefined(session, award)) {
                return Optional.empty();
            }
            return Optional.of(insert(session, award, notices) ? new Awarded(award, true) : first(session, award.id()));
        });
    }

    static boolean isDefined(Session session, Award award) throws SQLException {
        return session.exists(DEFINED, AwardRows.params(award));
    }

    /** Stores an award and its notices, unless there is one of that id. */
    static boolean insert(Session session, Award award, List<Notice> notices) throws SQLException {
        if (!session.insertIfAbsent(AwardRows.INSERT, AwardRows.params(award))) {
            return false;
        }
        NoticeRows.write(session, notices);
        return true;
    }

    /** What is stored under an id already or, if that was readdressed, in its place. */
    static Awarded first(Session session, AwardId id) throws SQLException {
        return inItsPlace(session, found(session, id).orElseThrow(LostRace::new));
    }

    static Awarded inItsPlace(Session session, Award stored) throws SQLException {
        Award award = stored;
        for (int steps = 0; award.readdressedTo().isPresent() && steps < LONGEST_WAY; steps++) {
            award = byId(session, award.readdressedTo().get());
        }
        return new Awarded(award, false);
    }

    private static Optional<Award> found(Session session, AwardId id) throws SQLException {
        return session.one(AwardRows.BY_ID, AwardRows.id(id), AwardRows::read);
    }

    private static Award byId(Session session, AwardId id) throws SQLException {
        return found(session, id)
                .orElseThrow(() -> new BadgrException("badgr_award: the award that took another's place is gone"));
    }
}
