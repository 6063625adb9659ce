package dev.badgr.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where tables lie, by the script that distributes them.
 *
 * @param keys for each table the column that it is spread by; empty for one that every worker has a copy of
 * @param groups for each table that is spread, the table that it lies with
 */
record CitusLayout(Map<String, Optional<String>> keys, Map<String, String> groups) {
    private static final Pattern COPIED = Pattern.compile("create_reference_table\\('(\\w+)'\\)");
    private static final Pattern SPREAD =
            Pattern.compile("create_distributed_table\\('(\\w+)', '(\\w+)', colocate_with => '(\\w+)'\\)");

    static CitusLayout ofScript() {
        Map<String, Optional<String>> keys = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (String statement : JdbcSchema.distribution().statements()) {
            Matcher copied = COPIED.matcher(statement);
            Matcher spread = SPREAD.matcher(statement);
            if (copied.find()) {
                keys.put(copied.group(1), Optional.empty());
            } else if (spread.find()) {
                String table = spread.group(1);
                keys.put(table, Optional.of(spread.group(2)));
                groups.put(table, spread.group(3).equals("none") ? table : spread.group(3));
            } else {
                throw new IllegalStateException("what is " + statement + "?");
            }
        }
        return new CitusLayout(keys, groups);
    }

    boolean isSpread(String table) {
        return groups.containsKey(table);
    }

    String key(String table) {
        return Objects.requireNonNull(keys.get(table), table).orElseThrow();
    }

    boolean lieTogether(String one, String other) {
        return Objects.equals(groups.get(one), groups.get(other));
    }
}
