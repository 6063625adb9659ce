package dev.badgr.jdbc;

import dev.badgr.account.AccountId;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.ClientKey;
import dev.badgr.port.Event;
import java.sql.SQLException;
import java.util.Optional;

/** A record of what happened as a row, and back. */
final class AuditRows {
    private static final String INTO =
            "badgr_audit (account_id, happened_at, id, event, client, staff, reason, detail)";
    private static final String VALUES = """
            %s, cast(:happened_at as timestamp(3) with time zone), cast(:record as uuid), :event,
                :by_client, :staff, :reason, :happened""";

    private static final String ACCOUNT = "cast(:account as uuid)";
    private static final Sql INSERT = Sql.of("insert into %s values (%s)".formatted(INTO, VALUES.formatted(ACCOUNT)));

    /** The same, once for each row of a relation that is to be named. */
    static final String INSERT_FROM = insertFrom(ACCOUNT);

    private AuditRows() {}

    /** The same for accounts that the relation names. */
    static String insertFrom(String account) {
        return "insert into %s select %s from ".formatted(INTO, VALUES.formatted(account));
    }

    /** Appends a record to an account's, as part of what it tells of. */
    static void write(Session session, AccountId account, AuditRecord record) throws SQLException {
        session.ensure(INSERT, params(record).and("account", account));
    }

    /** All but the account. */
    static Params params(AuditRecord record) {
        Params params = Params.with("happened_at", record.at())
                .and("record", record.id())
                .and("event", record.event())
                .and("happened", record.detail());
        return who(params, record.actor());
    }

    static AuditRecord read(Row row) throws SQLException {
        return new AuditRecord(
                row.uuid("id"),
                row.oneOf(Event.class, "event"),
                actor(row.optionalText("client"), row.optionalText("staff"), row.optionalText("reason")),
                row.text("detail"),
                row.time("happened_at"));
    }

    private static Params who(Params params, Actor actor) {
        Optional<ClientKey> client =
                actor instanceof Actor.Person person ? Optional.of(person.client()) : Optional.empty();
        Optional<Actor.Staff> staff = actor instanceof Actor.Staff one ? Optional.of(one) : Optional.empty();
        return params.and("by_client", client)
                .and("staff", staff.map(Actor.Staff::id))
                .and("reason", staff.map(Actor.Staff::reason));
    }

    private static Actor actor(Optional<String> client, Optional<String> staff, Optional<String> reason) {
        if (client.isPresent()) {
            return new Actor.Person(new ClientKey(client.get()));
        }
        return staff.isPresent() ? new Actor.Staff(staff.get(), reason.orElseThrow()) : new Actor.Host();
    }
}
