package dev.badgr.jdbc;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.SignInRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ClientKey;
import dev.badgr.port.SignInStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Failures to sign in, a row for each pair of subject and client and one for each subject. */
record JdbcSignIns(Jdbc jdbc) implements SignInStore {
    static final Sql FORGIVE = Sql.of("delete from badgr_sign_in_count where subject = :account");

    private static final Sql IN_A_ROW =
            Sql.of("select failures from badgr_sign_in_count where subject = :account and client = '*'");
    private static final Sql BY_CLIENT = Sql.of("""
            select client, failures, last_at from badgr_sign_in_count
            where subject = :account and client <> '*' and failures > 0
            order by last_at desc, client limit :rows
            """);

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
    public Optional<Account> recognise(ExternalIdentity identity, AuditRecord record) {
        return jdbc.dialect().reserving().recognise(jdbc, identity, record);
    }

    @Override
    public FailedSignIns failures(AccountId account, int max) {
        Params params = Params.with("account", account).and("rows", max);
        return jdbc.atomically(session -> new FailedSignIns(
                session.one(IN_A_ROW, params, row -> row.number("failures")).orElse(0),
                session.list(BY_CLIENT, params, JdbcSignIns::ofClient)));
    }

    @Override
    public void forgive(AccountId account) {
        jdbc.once(session -> session.update(FORGIVE, Params.with("account", account)));
    }

    private static FailedSignIns.OfClient ofClient(Row row) throws SQLException {
        return new FailedSignIns.OfClient(
                new ClientKey(row.text("client")), row.number("failures"), row.time("last_at"));
    }
}
