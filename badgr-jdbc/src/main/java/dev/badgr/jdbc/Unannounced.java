package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.BulkStore.Announcing;
import dev.badgr.port.BulkStore.Taken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queue of awards that are to be announced: a row for each slice, that is taken from its beginning on. */
final class Unannounced {
    private static final Sql ADD = Sql.of("""
            insert into badgr_unannounced (id, created_at, taken, awards) values (:id, :created_at, 0, :awards)
            """);
    /** A row that another takes from at this moment is passed over. */
    private static final Sql FIRST = Sql.of("""
            select id, taken, octet_length(awards) / 32 as held,
                substring(awards from taken * 32 + 1 for :bytes) as next_ids
            from badgr_unannounced order by created_at, id limit 1 for update skip locked
            """);

    private static final Sql MARK = Sql.of("update badgr_unannounced set taken = :taken where id = :id");
    private static final Sql DROP = Sql.of("delete from badgr_unannounced where id = :id");
    private static final Sql ALL = Sql.of("select id from badgr_unannounced order by created_at, id");
    private static final Sql LOCKED =
            Sql.of("select id, taken, awards from badgr_unannounced where id = :id for update");
    private static final Sql REPLACE =
            Sql.of("update badgr_unannounced set awards = :awards, taken = 0 where id = :id");

    private record Portion(UUID id, int taken, int held, List<AwardId> awards) {
        static Portion read(Row row) throws SQLException {
            List<AwardId> awards = PackedAwards.unpack(row.bytes("next_ids").toArray());
            return new Portion(row.uuid("id"), row.number("taken"), row.number("held"), awards);
        }
    }

    private Unannounced() {}

    static void add(Session session, Announcing announcing, List<AwardId> ids) throws SQLException {
        if (!ids.isEmpty()) {
            session.update(
                    ADD,
                    Params.with("id", announcing.id())
                            .and("created_at", announcing.at())
                            .and("awards", PackedAwards.pack(ids)));
        }
    }

    static Taken take(Session session, int max) throws SQLException {
        List<AwardId> taken = new ArrayList<>();
        while (taken.size() < max) {
            Params most = Params.with("bytes", (max - taken.size()) * PackedAwards.BYTES);
            Optional<Portion> portion = session.one(FIRST, most, Portion::read);
            if (portion.isEmpty()) {
                break;
            }
            mark(session, portion.get());
            taken.addAll(portion.get().awards());
        }
        List<Award> live =
                AwardRows.byIds(session, taken).stream().filter(Award::isLive).toList();
        return new Taken(taken.size(), live);
    }

    private static void mark(Session session, Portion portion) throws SQLException {
        int taken = portion.taken() + portion.awards().size();
        session.update(
                taken == portion.held() ? DROP : MARK,
                Params.with("id", portion.id()).and("taken", taken));
    }

    /** Takes out what these mailboxes have in the queue: row by row, since all together may be large. */
    static void forget(Session session, Collection<RecipientKey> recipients) throws SQLException {
        Set<RecipientKey> whose = Set.copyOf(recipients);
        for (UUID id : session.list(ALL, new Params(), row -> row.uuid("id"))) {
            Params key = Params.with("id", id);
            Optional<List<AwardId>> left = session.one(LOCKED, key, Unannounced::left);
            if (left.isPresent()) {
                forget(session, key, left.get(), whose);
            }
        }
    }

    private static void forget(Session session, Params key, List<AwardId> left, Set<RecipientKey> whose)
            throws SQLException {
        List<AwardId> others =
                left.stream().filter(id -> !whose.contains(id.recipient())).toList();
        if (others.isEmpty()) {
            session.update(DROP, key);
        } else if (others.size() < left.size()) {
            session.update(REPLACE, key.and("awards", PackedAwards.pack(others)));
        }
    }

    private static List<AwardId> left(Row row) throws SQLException {
        List<AwardId> all = PackedAwards.unpack(row.bytes("awards").toArray());
        return all.subList(row.number("taken"), all.size());
    }
}
