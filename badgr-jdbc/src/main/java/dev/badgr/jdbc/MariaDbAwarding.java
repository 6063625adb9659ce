package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One round trip for a new award and for a repeated one: a block of statements, which is a transaction of its own unless one is
 * open. It ends with a look at what is stored then, so one that was readdressed is followed to its place by others.
 */
final class MariaDbAwarding extends Awarding {
    /** By the number of notices: each is an insert of its own, with parameters of its own. */
    private static final List<String> NOTICE_SUFFIXES = List.of("_first", "_second");

    private static final List<Sql> ALONE = List.of(alone(0), alone(1), alone(2));
    private static final List<Sql> IN_TRANSACTION = List.of(inTransaction(0), inTransaction(1), inTransaction(2));

    @Override
    Optional<Awarded> award(Jdbc jdbc, Award award, List<Notice> notices) {
        Params params = AwardRows.params(award);
        for (int i = 0; i < notices.size(); i++) {
            params.and(NoticeRows.params(notices.get(i)).suffixed(NOTICE_SUFFIXES.get(i)));
        }
        return jdbc.once(session -> {
            List<Sql> blocks = session.connection().getAutoCommit() ? ALONE : IN_TRANSACTION;
            Optional<Seen> seen = session.one(blocks.get(notices.size()), params, MariaDbAwarding::read);
            return seen.isEmpty() ? Optional.empty() : Optional.of(awarded(session, award, seen.get()));
        });
    }

    /** Whether the award was stored, and what there is under its id: nothing that an open transaction sees, if it came since. */
    private record Seen(boolean added, Optional<Award> stored) {}

    private static Awarded awarded(Session session, Award award, Seen seen) throws SQLException {
        return seen.added()
                ? new Awarded(award, true)
                : inItsPlace(session, seen.stored().orElseThrow(LostRace::new));
    }

    private static Seen read(Row row) throws SQLException {
        boolean found = row.optionalUuid("sequence").isPresent();
        return new Seen(row.flag("added"), found ? Optional.of(AwardRows.read(row)) : Optional.empty());
    }

    private static Sql alone(int notices) {
        return block("""
                    declare exit handler for sqlexception begin rollback; resignal; end;
                    start transaction;
                """, notices, "commit;");
    }

    private static Sql inTransaction(int notices) {
        return block("", notices, "");
    }

    /** A key that is taken is no failure; the look at the end gives no row if the badge is not defined. */
    private static Sql block(String begin, int notices, String end) {
        String noticed = NOTICE_SUFFIXES.stream()
                .limit(notices)
                .map(suffix -> Sql.suffixed(NoticeRows.INSERT_TEXT, suffix) + ";\n")
                .collect(Collectors.joining());
        return Sql.of("""
                begin not atomic
                    declare added integer default 0;
                %s
                    begin
                        declare continue handler for 1062 set added = -1;
                        %sbadgr_badge where issuer = :issuer and slug = :badge;
                        if added = 0 then set added = row_count(); end if;
                    end;
                    if added = 1 then
                        begin
                            declare continue handler for 1062 begin end;
                            %s
                        end;
                    end if;
                    %s
                    select added = 1 as added, %s
                    from badgr_badge d left join badgr_award a on a.recipient_key = :recipient and a.sequence = :sequence
                    where d.issuer = :issuer and d.slug = :badge;
                end
                """.formatted(begin, AwardRows.INSERT_FROM, noticed, end, AwardRows.COLUMNS));
    }
}
