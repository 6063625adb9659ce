package dev.badgr;

import static dev.badgr.openbadges.Status.FAIL;

import dev.badgr.Rechecked.Standing;
import dev.badgr.Refusal.NotImported.Obstacle;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Verdict;
import java.util.Optional;

/** What a report means for the Backpack: whether a badge is let in, and whether one that is there stays. */
record Admission(ImportRules rules) {
    /** Why a badge with this report is not let in; empty if it is. */
    Optional<Obstacle> obstacle(Report report) {
        return switch (report.verdict()) {
            case VALID, WARN -> unproven(report);
            case UNKNOWN -> Optional.of(Obstacle.UNDECIDED);
            case INVALID -> Optional.of(fault(report));
        };
    }

    /** How a badge stands that was let in. */
    Standing standing(Report report) {
        if (failed(report, CheckName.REVOKED)) {
            return Standing.REVOKED;
        } else if (obstacle(report).isEmpty()) {
            return Standing.GOOD;
        } else if (report.verdict() == Verdict.UNKNOWN) {
            return Standing.UNDECIDED;
        }
        boolean expired = failed(report, CheckName.EXPIRED)
                && report.checks().stream()
                        .filter(check -> check.name().decides() && check.status() == FAIL)
                        .allMatch(check -> check.name() == CheckName.EXPIRED);
        return expired ? Standing.EXPIRED : Standing.DOUBTFUL;
    }

    private Optional<Obstacle> unproven(Report report) {
        if (!report.isProven()) {
            return Optional.of(Obstacle.UNPROVEN);
        }
        boolean bound = report.isIssuerBound() || !rules.issuerBound();
        return bound ? Optional.empty() : Optional.of(Obstacle.ISSUER_UNBOUND);
    }

    private static Obstacle fault(Report report) {
        if (failed(report, CheckName.REVOKED)) {
            return Obstacle.REVOKED;
        } else if (failed(report, CheckName.EXPIRED)) {
            return Obstacle.EXPIRED;
        }
        return failed(report, CheckName.PARSE) ? Obstacle.UNREADABLE : Obstacle.INVALID;
    }

    private static boolean failed(Report report, CheckName name) {
        return report.status(name).equals(Optional.of(FAIL));
    }
}
