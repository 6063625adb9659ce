package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;

/** Revokes an award, and keeps that with its issuer's other withdrawals, in a transaction. */
class Revoking {
    /** Whoever issued it. */
    static final String ANY = """
            update badgr_award set revoked_at = :revoked_at, revocation_reason = :reason
            where recipient_key = :recipient and sequence = :sequence
                and revoked_at is null and readdressed_sequence is null
            """;
    /** One of the host's own. */
    static final String REVOKE = ANY + " and not " + AwardRows.FROM_ELSEWHERE;

    /** The same as a statement. */
    static final Sql REVOKED = Sql.of(REVOKE);

    boolean revoke(Jdbc jdbc, AwardId id, Revocation revocation) {
        Params params = params(id, revocation);
        return jdbc.atomically(session -> {
            boolean revoked = session.update(REVOKED, params) == 1;
            if (revoked) {
                session.update(WithdrawalRows.INSERT, params);
            }
            return revoked;
        });
    }

    static Params params(AwardId id, Revocation revocation) {
        return AwardRows.id(id).and("revoked_at", revocation.at()).and("reason", revocation.reason());
    }
}
