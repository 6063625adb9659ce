package dev.badgr.jdbc;

import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.Misconfigured;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down each mailbox's key under the new secret beside the one under the old, from the addresses in the rows. Doing it again
 * changes nothing, also when some rows are moved by then.
 */
record KeyMapping(HmacKey from, HmacKey to) {
    /** Each table that has addresses, and the column. */
    private static final Map<Keyset, String> ADDRESSES = Map.of(
            Keyset.of("badgr_verified_email", "recipient_key"), "address",
            Keyset.of("badgr_spelling", "recipient_key spelling"), "spelling",
            Keyset.of("badgr_muted_mailbox", "recipient_key"), "address",
            Keyset.of("badgr_address_move", "recipient_key"), "address",
            Keyset.of("badgr_challenge", "id"), "address",
            Keyset.of("badgr_award", "recipient_key sequence"), "address",
            Keyset.of("badgr_notice", "recipient_key id"), "address");

    /** The new key is in use again: what it led to, if it is one from an earlier move, it leads to no more. */
    private static final Sql REVIVE = Sql.of("delete from badgr_former_key where old_key = :new_key");

    private static final Sql FOLLOW = Sql.of("update badgr_former_key set new_key = :new_key where new_key = :old_key");
    private static final Sql CORRECT =
            Sql.of("delete from badgr_former_key where old_key = :old_key and new_key <> :new_key");
    private static final Sql MAP =
            Sql.of("insert into badgr_former_key (old_key, new_key) values (:old_key, :new_key)");

    /** What a row says of a mailbox, and where the row is. */
    private record Found(RecipientKey key, EmailAddress address, Params row) {}

    /** Reads a table that has addresses. */
    record Reading(KeyMapping mapping, Keyset rows, String address) implements RekeyWork {
        @Override
        public String table() {
            return rows.table();
        }

        @Override
        public Slice next(Session session, Optional<Params> after, int most) throws SQLException {
            Sql next = rows.next(
                    after.isEmpty(), List.of("recipient_key as mailbox", address), "t." + address + " is not null");
            Params params = Params.with("rows", most).and(after.orElseGet(Params::new));
            List<Found> found = session.list(
                    next,
                    params,
                    row -> new Found(row.recipient("mailbox"), row.address(address), rows.key(row, "after")));
            mapping.write(session, table(), found);
            return found.isEmpty()
                    ? Slice.NONE
                    : new Slice(found.size(), found.get(found.size() - 1).row());
        }
    }

    List<Reading> readings() {
        return ADDRESSES.entrySet().stream()
                .map(table -> new Reading(this, table.getKey(), table.getValue()))
                .toList();
    }

    private void write(Session session, String table, List<Found> rows) throws SQLException {
        List<Params> keys = rows.stream()
                .filter(row -> !row.key().equals(RecipientKey.of(row.address().key(), to)))
                .map(row -> pair(table, row))
                .distinct()
                .map(pair -> Params.with("old_key", pair.before()).and("new_key", pair.after()))
                .toList();
        if (!keys.isEmpty()) {
            session.updateAll(REVIVE, keys);
            session.updateAll(FOLLOW, keys);
            session.updateAll(CORRECT, keys);
            session.insertAllIfAbsent(MAP, keys);
        }
    }

    private record Pair(RecipientKey before, RecipientKey after) {}

    private Pair pair(String table, Found row) {
        if (!row.key().equals(RecipientKey.of(row.address().key(), from))) {
            throw new Misconfigured(
                    "An address in " + table + " is stored under a key that is not its own: run Auditor with"
                            + " the secret that is to be replaced, and mend what it finds");
        }
        return new Pair(row.key(), RecipientKey.of(row.address().key(), to));
    }
}
