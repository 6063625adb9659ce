package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that names mailboxes by their keys.
 *
 * @param rows the table
 * @param keys the columns that hold recipient keys; those that are part of the primary key come first
 */
record KeyedTable(Keyset rows, List<String> keys) {
    /** Every one of them, in the order in which they are moved. A new table with a recipient key adds its line here. */
    static final List<KeyedTable> ALL = List.of(
            of("badgr_verified_email", "recipient_key", "recipient_key"),
            of("badgr_account", "id", "primary_recipient"),
            of("badgr_spelling", "recipient_key spelling", "recipient_key"),
            of("badgr_muted_mailbox", "recipient_key", "recipient_key"),
            of("badgr_address_move", "recipient_key", "recipient_key"),
            of("badgr_challenge", "id", "recipient_key"),
            of(
                    "badgr_award",
                    "recipient_key sequence",
                    "recipient_key readdressed_recipient reissue_of_recipient reissued_recipient"),
            of("badgr_notice", "recipient_key id", "recipient_key award_recipient"),
            of("badgr_import", "recipient_key credential_key", "recipient_key"),
            of("badgr_share_link", "id", "recipient_key"),
            of("badgr_collection_entry", "owner collection_id recipient_key sequence", "recipient_key"),
            of("badgr_withdrawal", "issuer sequence recipient_key", "recipient_key"),
            of("badgr_status_slot", "issuer list slot", "recipient_key"),
            // Accounts, and mailboxes without one.
            of("badgr_audit", "account_id happened_at id", "account_id"),
            of("badgr_sign_in_count", "subject client", "subject"));

    private static final String OLD = "exists (select 1 from badgr_former_key f where f.old_key = %s)";

    private static KeyedTable of(String name, String id, String keys) {
        return new KeyedTable(Keyset.of(name, id), Keyset.words(keys));
    }

    String name() {
        return rows.table();
    }

    /** Gives its rows their new keys. */
    record Moving(KeyedTable moved, List<String> columns) implements RekeyWork {
        @Override
        public String table() {
            return moved.name();
        }

        @Override
        public Slice next(Session session, Optional<Params> after, int rows) throws SQLException {
            boolean first = after.isEmpty();
            Sql next = moved.rows.next(first, List.of(), "(" + moved.old("t.") + ")");
            List<Edge> edges = RekeyWork.edges(session, moved.rows, next, after, rows);
            if (!edges.isEmpty()) {
                Params slice = edges.get(edges.size() - 1).to().and(after.orElseGet(Params::new));
                moved.move(session, columns, first, slice);
            }
            return RekeyWork.slice(edges);
        }
    }

    /** How many rows are under a former key. */
    Sql count() {
        return Sql.of("select count(*) as found from %s t where %s".formatted(name(), old("t.")));
    }

    private void move(Session session, List<String> columns, boolean first, Params slice) throws SQLException {
        if (rows.columns().contains(keys.get(0))) {
            session.update(copy(first, columns), slice);
            session.update(delete(first), slice);
        } else {
            session.update(change(first), slice);
        }
    }

    /** Gives the rows of a slice their new keys where their primary keys stay. */
    private Sql change(boolean first) {
        String changes = keys.stream()
                .map(key ->
                        "%1$s = coalesce((select f.new_key from badgr_former_key f where f.old_key = %2$s.%1$s), %1$s)"
                                .formatted(key, name()))
                .collect(Collectors.joining(", "));
        return Sql.of("update %s set %s where %s and (%s)"
                .formatted(name(), changes, rows.slice(first, prefix()), old(prefix())));
    }

    /**
     * Copies the rows of a slice to their new keys: a primary key is never changed in place, since it may be what spreads the rows
     * over servers.
     *
     * @param columns all that the table has
     */
    private Sql copy(boolean first, List<String> columns) {
        String values = columns.stream().map(this::renewed).collect(Collectors.joining(", "));
        String joins = keys.stream()
                .map(key -> "left join badgr_former_key %1$s on %1$s.old_key = t.%2$s".formatted(alias(key), key))
                .collect(Collectors.joining(" "));
        return Sql.of("insert into %s (%s) select %s from %s t %s where %s and %s.old_key is not null"
                .formatted(
                        name(),
                        String.join(", ", columns),
                        values,
                        name(),
                        joins,
                        rows.slice(first, "t."),
                        alias(keys.get(0))));
    }

    /** Deletes the rows that were copied. */
    private Sql delete(boolean first) {
        return Sql.of("delete from %s where %s and %s"
                .formatted(name(), rows.slice(first, prefix()), OLD.formatted(prefix() + keys.get(0))));
    }

    private String renewed(String column) {
        return keys.contains(column) ? "coalesce(%s.new_key, t.%s)".formatted(alias(column), column) : "t." + column;
    }

    private String alias(String key) {
        return "f" + keys.indexOf(key);
    }

    private String old(String prefix) {
        return keys.stream().map(key -> OLD.formatted(prefix + key)).collect(Collectors.joining(" or "));
    }

    private String prefix() {
        return name() + ".";
    }
}
