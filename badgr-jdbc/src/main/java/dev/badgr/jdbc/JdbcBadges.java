package dev.badgr.jdbc;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.port.BadgeStore;
import java.sql.SQLException;
import java.util.Optional;

/** Badges and issuers in a table each. */
record JdbcBadges(Jdbc jdbc) implements BadgeStore {
    private static final Sql BY_ID = Sql.of("""
            select %s from badgr_badge b join badgr_issuer i on i.id = b.issuer
            where b.issuer = :issuer and b.slug = :slug
            """.formatted(BadgeRows.COLUMNS));

    /** Hosts define their badges whenever they start, so mostly they are there. */
    @Override
    public Badge define(Badge badge) {
        return byId(badge.id())
                .orElseGet(() -> jdbc.atomically(session -> {
                    define(session, badge);
                    return read(session, badge.id()).orElseThrow(LostRace::new);
                }));
    }

    @Override
    public Optional<Badge> byId(BadgeId id) {
        return jdbc.once(session -> read(session, id));
    }

    /** Leaves what there is under its id, or its issuer's. */
    static void define(Session session, Badge badge) throws SQLException {
        Params params = BadgeRows.params(badge);
        session.ensure(BadgeRows.INSERT_ISSUER, params);
        session.ensure(BadgeRows.INSERT, params);
    }

    private static Optional<Badge> read(Session session, BadgeId id) throws SQLException {
        return session.one(BY_ID, BadgeRows.id(id), BadgeRows::read);
    }
}
