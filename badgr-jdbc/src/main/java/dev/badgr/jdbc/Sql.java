package dev.badgr.jdbc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement with named parameters, such as {@code :now}. Made once and kept in a constant.
 *
 * @param text with a question mark for each parameter
 * @param names of the parameters, in the order of the question marks
 */
record Sql(String text, List<String> names) {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][a-z_]*)");

    Sql {
        names = List.copyOf(names);
    }

    static Sql of(String named) {
        List<String> names =
                NAME.matcher(named).results().map(found -> found.group(1)).toList();
        return new Sql(NAME.matcher(named).replaceAll("?"), names);
    }

    /** A text whose parameters have longer names, so that it can stand beside itself in one statement. */
    static String suffixed(String named, String suffix) {
        return NAME.matcher(named).replaceAll(":$1" + suffix);
    }

    /** The same with an end that has no parameters. */
    Sql plus(String end) {
        return new Sql(text + end, names);
    }
}
