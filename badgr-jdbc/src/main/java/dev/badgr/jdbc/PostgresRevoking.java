package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;

/** The same in one statement. */
final class PostgresRevoking extends Revoking {
    private static final Sql REVOKED_AND_WITHDRAWN = Sql.of("""
            with revoked as (
                %s returning issuer, sequence, recipient_key, revocation_reason
            ), kept as (
                insert into badgr_withdrawal (issuer, sequence, recipient_key, reason)
                select issuer, sequence, recipient_key, revocation_reason from revoked
            )
            select 1 from revoked
            """.formatted(REVOKE));

    @Override
    boolean revoke(Jdbc jdbc, AwardId id, Revocation revocation) {
        return jdbc.once(session -> session.exists(REVOKED_AND_WITHDRAWN, params(id, revocation)));
    }
}
