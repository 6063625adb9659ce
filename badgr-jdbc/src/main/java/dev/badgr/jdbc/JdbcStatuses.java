package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.port.StatusStore;
import java.util.List;
import java.util.Optional;

/** What issuers took back, and where the statuses of their awards stand, in a table each. */
record JdbcStatuses(Jdbc jdbc) implements StatusStore {
    private static final Sql LIST =
            Sql.of("select 1 from badgr_status_slot where issuer = :issuer and list = :list limit 1");
    private static final Sql WITHDRAWN_IN = Sql.of("""
            select s.slot from badgr_status_slot s join badgr_withdrawal w
                on w.issuer = s.issuer and w.sequence = s.sequence and w.recipient_key = s.recipient_key
            where s.issuer = :issuer and s.list = :list order by s.slot
            """);

    @Override
    public StatusSlot slot(AwardId award, IssuerId issuer) {
        Slotting slotting = new Slotting(jdbc, award, issuer);
        for (int tier = 0; tier < StatusSlot.TIERS; tier++) {
            Optional<StatusSlot> slot = slotting.in(tier);
            if (slot.isPresent()) {
                return slot.get();
            }
        }
        throw StatusSlot.allTaken();
    }

    @Override
    public List<Withdrawal> withdrawn(IssuerId issuer, Optional<AwardId> after, int max) {
        Params params = Params.with("issuer", issuer.value())
                .and("rows", max)
                .and("after", after.map(AwardId::sequence))
                .and("after_recipient", after.map(AwardId::recipient));
        Sql page = after.isEmpty() ? WithdrawalRows.FIRST : WithdrawalRows.NEXT;
        return jdbc.once(session -> session.list(page, params, WithdrawalRows::read));
    }

    @Override
    public Optional<List<Integer>> withdrawnIn(IssuerId issuer, int list) {
        Params params = Params.with("issuer", issuer.value()).and("list", list);
        List<Integer> indexes = jdbc.once(session -> session.list(WITHDRAWN_IN, params, row -> row.number("slot")));
        boolean begun = !indexes.isEmpty() || jdbc.once(session -> session.exists(LIST, params));
        return begun ? Optional.of(indexes) : Optional.empty();
    }
}
