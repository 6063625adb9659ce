package dev.badgr.jdbc;

import static dev.badgr.jdbc.Audited.MOVE;

import dev.badgr.account.AddressMove;
import java.util.List;

/** Whether moves of addresses are decided wholly, and can be. */
final class MoveChecks {
    static final List<AuditCheck> ALL = List.of(
            AuditCheck.of(
                    "move-in-no-state",
                    Invariant.NOTHING_HALF_DONE,
                    MOVE,
                    AuditCheck.noneOf("t.state", AddressMove.State.values()),
                    "The move is in a state that there is not."),
            AuditCheck.of(
                    "move-half-decided",
                    Invariant.NOTHING_HALF_DONE,
                    MOVE,
                    "(t.state = 'LAPSED' and t.lapse is null) or (t.state <> 'LAPSED' and t.lapse is not null)",
                    "The move has come to nothing without a reason, or has a reason although it has not."),
            AuditCheck.of(
                    "pending-move-of-no-account",
                    Invariant.NOTHING_HALF_DONE,
                    MOVE,
                    """
                    t.state = 'PENDING' and (
                        select count(*) from badgr_account a where a.id = t.from_account or a.id = t.to_account) <> 2""",
                    "The move is pending between accounts of which one is not there."));

    private MoveChecks() {}
}
