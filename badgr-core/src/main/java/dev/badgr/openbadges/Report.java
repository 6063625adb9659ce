package dev.badgr.openbadges;

import java.util.List;
import java.util.Optional;

/**
 * What was found when a badge was verified: a line for each check, in the order in which they were made. Several lines may have
 * the same name, such as one for each proof.
 *
 * @param version which Open Badges the badge follows; empty if that could not be told
 * @param checks the lines
 */
public record Report(Optional<Version> version, List<Check> checks) {
    /** The versions of Open Badges. */
    public enum Version {
        /** 2.0; 1.0 and 1.1 are read as 2.0. */
        V2_0,
        /** 3.0. */
        V3_0
    }

    public Report {
        checks = List.copyOf(checks);
    }

    /** What the lines come to together. A report without lines is {@link Verdict#UNKNOWN}. */
    public Verdict verdict() {
        return switch (worst()) {
            case PASS -> Verdict.VALID;
            case WARN -> Verdict.WARN;
            case UNKNOWN -> Verdict.UNKNOWN;
            case FAIL -> Verdict.INVALID;
        };
    }

    /** The worst of the lines that decide; {@link Status#UNKNOWN} if there is none. */
    public Status worst() {
        return checks.stream()
                .filter(check -> check.name().decides())
                .map(Check::status)
                .max(Enum::compareTo)
                .orElse(Status.UNKNOWN);
    }

    /**
     * Whether a proof was verified, or the hosted copy fetched, and none failed or was left undecided. Says nothing about who issued
     * it.
     */
    public boolean isProven() {
        List<Status> proofs = checks.stream()
                .filter(check -> check.name() == CheckName.PROOF || check.name() == CheckName.HOSTED)
                .map(Check::status)
                .toList();
        return proofs.contains(Status.PASS)
                && proofs.stream().allMatch(status -> status == Status.PASS || status == Status.WARN);
    }

    /** Whether the issuer's own document, or place on the web, stands behind what was proven. */
    public boolean isIssuerBound() {
        return status(CheckName.ISSUER_BINDING).equals(Optional.of(Status.PASS));
    }

    /** The worst that lines of this name came to; empty if there is none. */
    public Optional<Status> status(CheckName name) {
        return checks.stream()
                .filter(check -> check.name() == name)
                .map(Check::status)
                .max(Enum::compareTo);
    }

    /** The lines that are not {@link Status#PASS}. */
    public List<Check> findings() {
        return checks.stream().filter(check -> check.status() != Status.PASS).toList();
    }
}
