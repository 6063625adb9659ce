package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for the slot of an award, and takes it if it has none. The table's key lets one award have a slot, and no row ever goes, so what two
 * find for the same award at the same time is the same.
 */
record Slotting(Jdbc jdbc, AwardId award, IssuerId issuer) {
    /** Parameters have names of letters only. */
    private static final List<String> SLOTS = List.of("a", "b", "c", "d", "e", "f", "g");

    private static final Sql TAKEN =
            Sql.of("""
            select slot, recipient_key, sequence from badgr_status_slot
            where issuer = :issuer and list = :list and slot in (%s)
            """.formatted(SLOTS.stream().map(name -> ":slot_" + name).collect(Collectors.joining(", "))));
    private static final Sql TAKE = Sql.of("""
            insert into badgr_status_slot (issuer, list, slot, recipient_key, sequence)
            values (:issuer, :list, :slot, :recipient, :sequence)
            """);

    private record Owner(int slot, AwardId award) {}

    /** The slot in this tier; empty if all its candidates are others'. */
    Optional<StatusSlot> in(int tier) {
        List<StatusSlot> candidates = StatusSlot.candidates(award, tier);
        Map<Integer, AwardId> taken = jdbc.once(session -> taken(session, candidates));
        return candidates.stream()
                .filter(slot -> taken.containsKey(slot.index())
                        ? award.equals(taken.get(slot.index()))
                        : jdbc.once(session -> isNowIts(session, slot, candidates)))
                .findFirst();
    }

    private boolean isNowIts(Session session, StatusSlot slot, List<StatusSlot> candidates) throws SQLException {
        Params params = AwardRows.id(award)
                .and("issuer", issuer.value())
                .and("list", slot.list())
                .and("slot", slot.index());
        if (session.insertIfAbsent(TAKE, params)) {
            return true;
        }
        AwardId first = taken(session, candidates).get(slot.index());
        if (first == null) {
            throw new LostRace();
        }
        return award.equals(first);
    }

    private Map<Integer, AwardId> taken(Session session, List<StatusSlot> candidates) throws SQLException {
        Params params = Params.with("issuer", issuer.value())
                .and("list", candidates.get(0).list());
        for (int i = 0; i < SLOTS.size(); i++) {
            params.and("slot_" + SLOTS.get(i), candidates.get(i).index());
        }
        return session.list(TAKEN, params, Slotting::owner).stream()
                .collect(Collectors.toMap(Owner::slot, Owner::award));
    }

    private static Owner owner(Row row) throws SQLException {
        return new Owner(row.number("slot"), new AwardId(row.recipient("recipient_key"), row.uuid("sequence")));
    }
}
