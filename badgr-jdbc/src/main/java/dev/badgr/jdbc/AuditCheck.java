package dev.badgr.jdbc;

import dev.badgr.text.InvalidValue;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is looked at.
 *
 * @param name of the check
 * @param invariant what a row breaks that is found
 * @param rows of which table
 * @param sql the rows to look at: the key and what the test needs
 * @param test what SQL can't tell
 * @param sentence what is wrong with a row that is found; no parameters, so no personal data
 */
record AuditCheck(String name, Invariant invariant, Audited rows, Sql sql, Test test, String sentence) {
    /** Tells whether a row is not as it must be. */
    @FunctionalInterface
    interface Test {
        /** For checks whose statement finds nothing else. */
        Test EVERY = row -> true;

        boolean isWrong(Row row) throws SQLException;
    }

    /** Finds the rows {@code t} for which a condition holds. */
    static AuditCheck of(String name, Invariant invariant, Audited rows, String condition, String sentence) {
        return new AuditCheck(name, invariant, rows, rows.rows(Stream.of(), condition), Test.EVERY, sentence);
    }

    /** Finds those of the rows {@code t} that fail a test. */
    static AuditCheck testing(String name, Invariant invariant, Audited rows, Rows among, Test test, String sentence) {
        return new AuditCheck(
                name, invariant, rows, rows.rows(among.columns().stream(), among.condition()), test, sentence);
    }

    /**
     * The rows that a test is put to.
     *
     * @param columns what the test reads
     * @param condition which rows
     */
    record Rows(List<String> columns, String condition) {}

    /** The condition that a column has none of these values. */
    static String noneOf(String column, Enum<?>[] values) {
        return column + " not in "
                + Arrays.stream(values)
                        .map(value -> "'" + value.name() + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The condition that a column names an account that is not there. */
    static String noAccount(String column) {
        return "not exists (select 1 from badgr_account a where a.id = %s)".formatted(column);
    }

    /** Whether a row is to be reported; one that can't be read at all is. */
    boolean finds(Row row) throws SQLException {
        try {
            return test.isWrong(row);
        } catch (InvalidValue e) {
            return true;
        }
    }

    AuditReport.Finding finding(Row row) throws SQLException {
        return new AuditReport.Finding(invariant, name, rows.table(), rows.id(row), sentence);
    }
}
