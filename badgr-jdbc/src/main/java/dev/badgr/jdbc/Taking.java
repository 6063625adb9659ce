package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How one of many takes rows that others look for at the same moment, without waiting for them: looks for candidates, and
 * changes each of them. Here the look holds the candidates, passing over those that others hold.
 */
class Taking {
    private final Map<String, Sql> statements = new ConcurrentHashMap<>();

    /**
     * What is to be done with a row.
     *
     * @param table whose row
     * @param change an update or a delete, without its condition
     * @param row the condition for the row, by its whole key, and for what makes it a candidate
     */
    record Change(String table, String change, String row) {}

    /**
     * Takes rows.
     *
     * @param look finds them in their order, with a parameter {@code :rows} for how many
     * @param max at most so many
     * @param change what becomes of each, with the parameters that {@code keys} gives
     * @return those that were taken
     */
    final <T> List<T> take(Session session, Look<T> look, int max, Change change, Function<? super T, Params> keys)
            throws SQLException {
        List<T> candidates = session.list(
                statements.computeIfAbsent(look.sql(), sql -> Sql.of(looking(sql))),
                look.params().and("rows", candidates(max)),
                look.mapper());
        Sql taking = statements.computeIfAbsent(change.change() + change.row(), sql -> Sql.of(changing(change)));
        List<T> taken = new ArrayList<>();
        int seen = 0;
        while (taken.size() < max && seen < candidates.size()) {
            List<T> next = candidates.subList(seen, Math.min(candidates.size(), seen + max - taken.size()));
            int[] changed = session.updateAll(taking, next.stream().map(keys).toList());
            for (int i = 0; i < changed.length; i++) {
                // A driver may tell less than the number, but 0 is that of a row that is another's.
                if (changed[i] != 0) {
                    taken.add(next.get(i));
                }
            }
            seen += next.size();
        }
        return taken;
    }

    /** How candidates are found. */
    record Look<T>(String sql, Params params, Row.Mapper<T> mapper) {}

    /** How many to look at for so many that are wanted. */
    int candidates(int max) {
        return max;
    }

    String looking(String sql) {
        return sql + " for update skip locked";
    }

    String changing(Change wanted) {
        return wanted.change() + " where " + wanted.row();
    }
}
