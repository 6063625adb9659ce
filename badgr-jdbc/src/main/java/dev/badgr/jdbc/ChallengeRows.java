package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.Challenge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.Purpose;
import dev.badgr.port.BoundChallenge;
import java.sql.SQLException;

/** A challenge as a row, and back. */
final class ChallengeRows {
    static final Sql INSERT = Sql.of("""
            insert into badgr_challenge (id, purpose, address, recipient_key, code_hash, created_at, expires_at, attempts,
                state, account_id, other_account_id, identity_issuer, identity_subject)
            values (:id, :purpose, :address, :recipient, :hash, :created_at, :expires_at, :attempts,
                :state, :account, :other, :issuer, :subject)
            """);

    private ChallengeRows() {}

    static Params params(BoundChallenge bound) {
        Challenge challenge = bound.challenge();
        return Params.with("id", challenge.id())
                .and("purpose", challenge.purpose())
                .and("address", challenge.address())
                .and("recipient", challenge.recipient())
                .and("hash", challenge.codeHash())
                .and("created_at", challenge.createdAt())
                .and("expires_at", challenge.expiresAt())
                .and("attempts", challenge.attempts())
                .and("state", challenge.state())
                .and("account", bound.account())
                .and("other", bound.other())
                .and("issuer", bound.identity().map(ExternalIdentity::issuer))
                .and("subject", bound.identity().map(ExternalIdentity::subject));
    }

    static BoundChallenge read(Row row) throws SQLException {
        Challenge challenge = new Challenge(
                new ChallengeId(row.uuid("id")),
                row.oneOf(Purpose.class, "purpose"),
                row.address("address"),
                row.recipient("recipient_key"),
                new CodeHash(row.text("code_hash")),
                row.time("created_at"),
                row.time("expires_at"),
                row.number("attempts"),
                row.oneOf(Challenge.State.class, "state"));
        return new BoundChallenge(
                challenge,
                row.optionalUuid("account_id").map(AccountId::new),
                AccountRows.identity(row, "identity_issuer", "identity_subject"),
                row.optionalUuid("other_account_id").map(AccountId::new));
    }
}
