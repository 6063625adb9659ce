package dev.badgr.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Citus refuses, as far as the text of a statement shows it, by its manual (SQL Support and Workarounds, Common Error
 * Messages) and by what its planner says. What it can't show is whether Citus plans the rest as it promises.
 */
record CitusRules(CitusLayout layout) {
    private static final Pattern LOCK = Pattern.compile("\\bfor (no key )?(update|share|key share)\\b");
    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(now|random|clock_timestamp|statement_timestamp|gen_random_uuid|nextval|timeofday)\\s*\\("
                    + "|\\b(current_timestamp|localtimestamp|current_date|ctid)\\b");
    /** A sum of a time and an interval depends on the time zone of the session. */
    private static final Pattern STABLE =
            Pattern.compile("[+] interval|\\b(date_trunc|extract|to_char|age|concat)\\s*\\(");

    private static final Pattern WRITE = Pattern.compile("^(with .*# )?(insert|update|delete)\\b");
    private static final Pattern SET = Pattern.compile("\\bupdate (badgr_\\w+) .*?\\bset (.*?)( where | returning |$)");
    private static final Pattern CONFLICT = Pattern.compile("into (badgr_\\w+).* on conflict \\(([^)]*)\\)");
    private static final Pattern LEFT = Pattern.compile("left join (badgr_\\w+)(?: (\\w+))? on");

    static CitusRules ofScript() {
        return new CitusRules(CitusLayout.ofScript());
    }

    /** What a statement asks for that it must not. */
    List<String> broken(String sql) {
        List<String> broken = new ArrayList<>();
        for (QueryBlock top : QueryBlock.of(sql)) {
            top.all().forEach(block -> look(block, broken));
        }
        return broken.stream().map(rule -> rule + ": " + sql).toList();
    }

    private void look(QueryBlock block, List<String> broken) {
        String text = block.text();
        Map<String, String> spread = spread(block);
        if (VOLATILE.matcher(text).find()) {
            broken.add("time, chance and the place of a row are no part of a statement");
        }
        if (WRITE.matcher(text).find() && STABLE.matcher(text).find()) {
            broken.add("what depends on the session is no part of a change");
        }
        if (LOCK.matcher(text).find() && (spread.size() > 1 || !arePinned(block, spread))) {
            broken.add("a lock is on rows of one shard of one table");
        }
        if (changesKey(text)) {
            broken.add("a row stays on its shard");
        }
        if (!areJoined(block, spread)) {
            broken.add("tables that are joined lie together, and are joined by their keys");
        }
        if (hasOuterJoin(block, spread)) {
            broken.add("the right side of an outer join lies with its left side, or on one shard");
        }
        for (QueryBlock inner : block.nested()) {
            lookBetween(block, spread, inner, broken);
        }
    }

    private void lookBetween(QueryBlock outer, Map<String, String> spread, QueryBlock inner, List<String> broken) {
        Map<String, String> innerSpread = spread(inner);
        List<String> references = outer.tables().keySet().stream()
                .filter(alias -> !inner.tables().containsKey(alias))
                .filter(alias -> inner.text().matches(".*\\b%s\\..*".formatted(alias)))
                .toList();
        boolean isLocal = innerSpread.isEmpty();
        if (!references.isEmpty() && !isLocal && !correlatesByKeys(references, spread, inner, innerSpread)) {
            broken.add("a query that refers to the one around it does so by the key of both");
        }
        boolean isCte = outer.text().matches("^with .*") && isDefinition(outer, inner);
        boolean changes = WRITE.matcher(outer.text()).find();
        if (changes && !isCte && !isLocal && !areOfOneShard(outer, spread, inner, innerSpread)) {
            broken.add("what a change depends on is read before, or on the same shard");
        }
        if (outer.text().matches("^insert .*\\bvalues\\b.*#.*")) {
            broken.add("values are given");
        }
    }

    /** The queries of a {@code with} come first, one for each {@code as}. */
    private static boolean isDefinition(QueryBlock outer, QueryBlock inner) {
        Matcher definitions = Pattern.compile("\\bas (materialized )?#").matcher(outer.text());
        long count = definitions.results().count();
        return outer.nested().indexOf(inner) < count
                || inner.text().startsWith("insert")
                || inner.text().startsWith("update");
    }

    private boolean areOfOneShard(
            QueryBlock outer, Map<String, String> spread, QueryBlock inner, Map<String, String> innerSpread) {
        List<String> tables = Stream.concat(spread.values().stream(), innerSpread.values().stream())
                .toList();
        boolean isInsert = outer.text().contains("insert into");
        return isInsert
                || (tables.stream().allMatch(table -> layout.lieTogether(table, tables.get(0)))
                        && arePinned(outer, spread)
                        && arePinned(inner, innerSpread));
    }

    private boolean correlatesByKeys(
            List<String> references, Map<String, String> spread, QueryBlock inner, Map<String, String> innerSpread) {
        return references.stream().allMatch(alias -> {
            String table = spread.get(alias);
            return table != null
                    && innerSpread.entrySet().stream()
                            .anyMatch(own -> layout.lieTogether(own.getValue(), table)
                                    && isEqual(inner.text(), own, Map.entry(alias, table)));
        });
    }

    private boolean changesKey(String text) {
        Matcher set = SET.matcher(text);
        Matcher conflict = CONFLICT.matcher(text);
        boolean moves = set.find()
                && layout.isSpread(set.group(1))
                && set.group(2).matches("(.*, ?)?%s = .*".formatted(layout.key(set.group(1))));
        boolean unkeyed = conflict.find()
                && layout.isSpread(conflict.group(1))
                && !Set.of(conflict.group(2).split(", ?")).contains(layout.key(conflict.group(1)));
        return moves || unkeyed;
    }

    private boolean areJoined(QueryBlock block, Map<String, String> spread) {
        List<Map.Entry<String, String>> tables = List.copyOf(spread.entrySet());
        return block.text().contains("insert into")
                || (arePinned(block, spread) && areTogether(tables))
                || tables.stream()
                        .skip(1)
                        .allMatch(table -> tables.stream()
                                .filter(other -> other != table)
                                .anyMatch(other -> layout.lieTogether(other.getValue(), table.getValue())
                                        && isEqual(block.text(), table, other)));
    }

    private boolean areTogether(List<Map.Entry<String, String>> tables) {
        return tables.stream()
                .allMatch(t -> layout.lieTogether(t.getValue(), tables.get(0).getValue()));
    }

    private boolean hasOuterJoin(QueryBlock block, Map<String, String> spread) {
        Matcher left = LEFT.matcher(block.text());
        while (left.find()) {
            String table = left.group(1);
            String alias = left.group(2) == null ? table : left.group(2);
            if (layout.isSpread(table) && spread.size() < 2 && !block.isPinned(alias, layout.key(table))) {
                return true;
            }
        }
        return false;
    }

    private boolean arePinned(QueryBlock block, Map<String, String> spread) {
        return spread.entrySet().stream().allMatch(t -> block.isPinned(t.getKey(), layout.key(t.getValue())));
    }

    private boolean isEqual(String text, Map.Entry<String, String> one, Map.Entry<String, String> other) {
        String left = one.getKey() + "." + layout.key(one.getValue());
        String right = other.getKey() + "." + layout.key(other.getValue());
        return text.contains(left + " = " + right) || text.contains(right + " = " + left);
    }

    /** The tables in a block that are neither copied everywhere nor another's. */
    private Map<String, String> spread(QueryBlock block) {
        Map<String, String> spread = new LinkedHashMap<>(block.tables());
        spread.values().removeIf(table -> !layout.isSpread(table));
        return spread;
    }
}
