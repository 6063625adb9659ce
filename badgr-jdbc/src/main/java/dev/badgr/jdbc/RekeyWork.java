package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Something that is done to a table slice by slice, each in a transaction. Done again, it passes over what was done. */
interface RekeyWork {
    /**
     * What was done.
     *
     * @param rows to how many rows; with none there is nothing left to do
     * @param last where the next slice begins: after the parameters {@code after_..}
     */
    record Slice(int rows, Params last) {
        static final Slice NONE = new Slice(0, new Params());
    }

    /** To which table. */
    String table();

    /** Does it to the next rows after a slice, at most so many. */
    Slice next(Session session, Optional<Params> after, int rows) throws SQLException;

    /** The keys of the next rows. */
    static List<Edge> edges(Session session, Keyset keyset, Sql next, Optional<Params> after, int rows)
            throws SQLException {
        Params params = Params.with("rows", rows).and(after.orElseGet(Params::new));
        return session.list(next, params, row -> new Edge(keyset.key(row, "to"), keyset.key(row, "after")));
    }

    /**
     * The key of a row.
     *
     * @param to as the last of a slice
     * @param after as that which the next slice begins after
     */
    record Edge(Params to, Params after) {}

    /** All up to the last of these. */
    static Slice slice(List<Edge> edges) {
        return edges.isEmpty()
                ? Slice.NONE
                : new Slice(edges.size(), edges.get(edges.size() - 1).after());
    }
}
