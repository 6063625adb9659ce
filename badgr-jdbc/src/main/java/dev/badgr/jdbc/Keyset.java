package dev.badgr.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through a table in slices, in the order of its primary key.
 *
 * @param table its name
 * @param columns of its primary key
 */
record Keyset(String table, List<String> columns) {
    static Keyset of(String table, String columns) {
        return new Keyset(table, words(columns));
    }

    static List<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(text).toList();
    }

    /** The next rows {@code t} for which the conditions hold, with more columns beside the key. */
    Sql next(boolean first, List<String> more, String... conditions) {
        String selected =
                columns("t.") + more.stream().map(column -> ", t." + column).collect(Collectors.joining());
        List<String> all = Stream.concat(Stream.of(conditions), first ? Stream.empty() : Stream.of(after("t.")))
                .toList();
        String where = all.isEmpty() ? "" : "where " + String.join(" and ", all);
        return Sql.of(
                "select %s from %s t %s order by %s limit :rows".formatted(selected, table, where, columns("t.")));
    }

    /** The condition for the rows of a slice, from after its first to its last. */
    String slice(boolean first, String prefix) {
        String lead = columns.get(0);
        String upTo = "%s%s <= :to_%s and (%s) <= (%s)".formatted(prefix, lead, lead, columns(prefix), marks("to"));
        return first ? upTo : upTo + " and " + after(prefix);
    }

    /** The key of a row as the values of parameters. */
    Params key(Row row, String of) throws SQLException {
        Params params = new Params();
        for (String column : columns) {
            params.and(of + "_" + column, row.value(column));
        }
        return params;
    }

    /** The first condition is implied by the second; it is the one that every database can search the key by. */
    private String after(String prefix) {
        String lead = columns.get(0);
        return "%s%s >= :after_%s and (%s) > (%s)".formatted(prefix, lead, lead, columns(prefix), marks("after"));
    }

    private String columns(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private String marks(String of) {
        return columns.stream().map(column -> ":" + of + "_" + column).collect(Collectors.joining(", "));
    }
}
