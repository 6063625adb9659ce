package dev.badgr.jdbc;

import dev.badgr.account.AddressMove;
import dev.badgr.account.MoveId;
import java.sql.SQLException;

/** A move as a row, and back. */
final class MoveRows {
    static final Sql INSERT = Sql.of("""
            insert into badgr_address_move (recipient_key, id, address, from_account, to_account, asked_at, due_at, state, lapse)
            values (:recipient, :id, :address, :from, :to, :asked_at, :due_at, :state, :lapse)
            """);

    private MoveRows() {}

    static Params params(AddressMove move) {
        return Params.with("recipient", move.recipient())
                .and("id", move.id().value())
                .and("address", move.address())
                .and("from", move.from())
                .and("to", move.to())
                .and("asked_at", move.askedAt())
                .and("due_at", move.dueAt())
                .and("state", move.state())
                .and("lapse", move.lapse());
    }

    static AddressMove read(Row row) throws SQLException {
        return new AddressMove(
                new MoveId(row.uuid("id")),
                row.address("address"),
                row.recipient("recipient_key"),
                row.account("from_account"),
                row.account("to_account"),
                row.time("asked_at"),
                row.time("due_at"),
                row.oneOf(AddressMove.State.class, "state"),
                row.optionalText("lapse").map(AddressMove.Lapse::valueOf));
    }
}
