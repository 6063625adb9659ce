package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore;
import java.time.Instant;
import java.util.Optional;

/** Failures to sign in, a row for each pair of subject and client and one for each subject. */
record JdbcSignIns(Jdbc jdbc) implements SignInStore {
    static final Sql FORGIVE = Sql.of("delete from badgr_sign_in_count where subject = :account");

    @Override
    public Attempt reserve(RecipientKey recipient, ClientKey client, SignInRules rules, Instant now) {
        return jdbc.dialect().reserving().reserve(jdbc, new Reservation(recipient, client, rules, now));
    }

    @Override
    public void succeed(
            AccountId account,
            ClientKey client,
            PasswordHash checked,
            Optional<PasswordHash> newer,
            AuditRecord record) {
        Params params = Params.with("account", account)
                .and("client", client)
                .and("checked", checked)
                .and("newer", newer.orElse(checked))
                .and(AuditRows.params(record));
        jdbc.dialect().reserving().succeed(jdbc, params);
    }

    @Override
    public void forgive(AccountId account) {
        jdbc.once(session -> session.update(FORGIVE, Params.with("account", account)));
    }
}
