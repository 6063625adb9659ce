package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows about mailboxes without an account whose address is nowhere, so that nobody can make their new keys: they go.
 *
 * @param rows the table
 * @param subject the column that names an account or a mailbox
 */
record Strangers(Keyset rows, String subject) implements RekeyWork {
    static final List<Strangers> ALL = List.of(
            new Strangers(Keyset.of("badgr_sign_in_count", "subject client"), "subject"),
            new Strangers(Keyset.of("badgr_audit", "account_id happened_at id"), "account_id"));

    @Override
    public String table() {
        return rows.table();
    }

    @Override
    public Slice next(Session session, Optional<Params> after, int most) throws SQLException {
        Sql next = rows.next(after.isEmpty(), List.of(), """
                not exists (select 1 from badgr_account a where a.id = t.%1$s)
                    and not exists (select 1 from badgr_former_key f where f.new_key = t.%1$s)""".formatted(subject));
        List<Edge> edges = RekeyWork.edges(session, rows, next, after, most);
        session.updateAll(delete(), edges.stream().map(Edge::to).toList());
        return RekeyWork.slice(edges);
    }

    private Sql delete() {
        return Sql.of("delete from %s where %s"
                .formatted(
                        table(),
                        rows.columns().stream()
                                .map(column -> column + " = :to_" + column)
                                .collect(Collectors.joining(" and "))));
    }
}
