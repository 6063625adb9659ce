package dev.badgr.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query without the queries in it, in place of which there is a {@code #}: as much of the grammar as badgr's statements have.
 *
 * @param text in lower case, with single blanks
 * @param tables badgr's tables in it by their aliases, or by their names
 * @param nested the queries in it
 */
record QueryBlock(String text, Map<String, String> tables, List<QueryBlock> nested) {
    private static final Pattern QUERY =
            Pattern.compile("^(select|insert|update|delete|with|values)\\b.*", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|update|into)\\s+(badgr_\\w+)(?:\\s+(?:as\\s+)?([a-z]\\w*))?");
    private static final Pattern UNION = Pattern.compile("\\bunion( all)?\\b");
    private static final char HOLE = '#';
    private static final Pattern NO_ALIAS =
            Pattern.compile("where|set|on|join|left|cross|order|group|limit|for|select|values|union|inner|returning");

    /** A statement: itself, or the parts that a union is made of. */
    static List<QueryBlock> of(String sql) {
        return parts(sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip());
    }

    /** This and all in it. */
    Stream<QueryBlock> all() {
        return Stream.concat(Stream.of(this), nested.stream().flatMap(QueryBlock::all));
    }

    /** Whether a table's rows are those of one shard: its key is given. */
    boolean isPinned(String alias, String key) {
        return Pattern.compile("(?<![\\w.])(%s\\.)?%s = (cast\\( ?)?\\?".formatted(alias, key))
                .matcher(text)
                .find();
    }

    private static List<QueryBlock> parts(String sql) {
        List<List<QueryBlock>> holes = new ArrayList<>();
        String flat = flat(sql, holes);
        List<QueryBlock> all = new ArrayList<>();
        int hole = 0;
        for (String part : UNION.splitAsStream(flat).toList()) {
            int count = Math.toIntExact(part.chars().filter(c -> c == HOLE).count());
            List<QueryBlock> own = holes.subList(hole, hole + count).stream()
                    .flatMap(List::stream)
                    .toList();
            hole += count;
            all.add(new QueryBlock(part.strip(), tables(part), own));
        }
        return all;
    }

    /** The text with a hole for each query in parentheses; other parentheses stay. */
    private static String flat(String sql, List<List<QueryBlock>> holes) {
        StringBuilder flat = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) != '(') {
                flat.append(sql.charAt(i));
                continue;
            }
            int end = closing(sql, i);
            String inner = sql.substring(i + 1, end).strip();
            if (QUERY.matcher(inner).matches()) {
                holes.add(parts(inner));
                flat.append(HOLE);
            } else {
                flat.append('(').append(flat(inner, holes)).append(')');
            }
            i = end;
        }
        return flat.toString();
    }

    private static int closing(String sql, int opening) {
        int depth = 0;
        for (int i = opening; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced: " + sql);
    }

    private static Map<String, String> tables(String text) {
        Map<String, String> tables = new LinkedHashMap<>();
        Matcher found = TABLE.matcher(text);
        while (found.find()) {
            String alias = found.group(2);
            boolean named = alias != null && !NO_ALIAS.matcher(alias).matches();
            tables.put(named ? alias : found.group(1), found.group(1));
        }
        return tables;
    }
}
