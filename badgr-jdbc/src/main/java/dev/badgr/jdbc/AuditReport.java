package dev.badgr.jdbc;

import java.util.List;
import java.util.Objects;

/**
 * What {@link Auditor#audit} found. No personal data is in it: rows are named by their keys.
 *
 * @param findings what is not as it must be; empty if all is well
 * @param unfinished the names of checks that took too long, or that the database can't run: Citus compares no tables that are
 *     spread by different keys
 */
public record AuditReport(List<Finding> findings, List<String> unfinished) {
    /**
     * One row that is not as it must be.
     *
     * @param invariant what it breaks
     * @param check the name of the check that found it
     * @param table where it is
     * @param id the row's key; the values of several columns with a slash between
     * @param sentence what is wrong with it
     */
    public record Finding(Invariant invariant, String check, String table, String id, String sentence) {
        public Finding {
            Objects.requireNonNull(invariant, "invariant");
            Objects.requireNonNull(check, "check");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    public AuditReport {
        findings = List.copyOf(findings);
        unfinished = List.copyOf(unfinished);
    }

    /** Whether every check was finished and none found anything. */
    public boolean isClean() {
        return findings.isEmpty() && unfinished.isEmpty();
    }
}
