package dev.badgr.openbadges;

import java.util.Objects;
import java.util.Optional;

/**
 * A badge that was verified.
 *
 * @param report what was found
 * @param credential what it says; empty if it could not be read so far. There may be one though the report is bad: ask the report
 */
public record Verified(Report report, Optional<Credential> credential) {
    public Verified {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(credential, "credential");
    }
}
