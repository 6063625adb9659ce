package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.port.AwardStore.Awarded;
import dev.badgr.port.Notice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One statement for a new award and, nearly always, for a repeated one: only if the first one came while the statement ran
 * is it read by another, and one that was readdressed is followed to its place.
 */
final class PostgresAwarding extends Awarding {
    /** Each notice is an insert of its own, with parameters of its own. Nearly always there is one, whose names stay as they are. */
    private static final List<String> NOTICE_SUFFIXES = List.of("", "_second");

    /** By the number of notices. */
    private static final List<Sql> AWARD = List.of(sql(0), sql(1), sql(2));

    /** What the statement saw: the award of that id, if there was one, and whether this one was stored. */
    private record Outcome(boolean added, Optional<Award> first) {}

    @Override
    Optional<Awarded> award(Jdbc jdbc, Award award, List<Notice> notices) {
        Params params = AwardRows.params(award);
        for (int i = 0; i < notices.size(); i++) {
            params.and(NoticeRows.params(notices.get(i)).suffixed(NOTICE_SUFFIXES.get(i)));
        }
        Sql statement = AWARD.get(notices.size());
        return jdbc.once(session -> {
            Optional<Outcome> outcome = session.one(statement, params, PostgresAwarding::read);
            return outcome.isEmpty() ? Optional.empty() : Optional.of(awarded(session, award, outcome.get()));
        });
    }

    private static Awarded awarded(Session session, Award award, Outcome outcome) throws SQLException {
        if (outcome.added()) {
            return new Awarded(award, true);
        }
        return outcome.first().isPresent() ? inItsPlace(session, outcome.first().get()) : first(session, award.id());
    }

    private static Outcome read(Row row) throws SQLException {
        boolean found = row.optionalUuid("sequence").isPresent();
        return new Outcome(row.flag("added"), found ? Optional.of(AwardRows.read(row)) : Optional.empty());
    }

    /** No row if the badge is not defined. */
    private static Sql sql(int notices) {
        String noticed = NOTICE_SUFFIXES.stream()
                .limit(notices)
                .map(suffix -> ", noticed%s as (\n%sadded on conflict do nothing\n)"
                        .formatted(suffix, Sql.suffixed(NoticeRows.INSERT_FROM, suffix)))
                .collect(Collectors.joining());
        return Sql.of("""
                with defined as materialized (
                    select 1 from badgr_badge where issuer = :issuer and slug = :badge
                ), added as (
                    %sdefined on conflict do nothing returning sequence
                )%s
                select exists (select 1 from added) as added, %s
                from defined left join badgr_award a
                    on a.recipient_key = :recipient and a.sequence = :sequence and not exists (select 1 from added)
                """.formatted(AwardRows.INSERT_FROM, noticed, AwardRows.COLUMNS));
    }
}
