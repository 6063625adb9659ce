package dev.badgr;

import dev.badgr.Rechecked.Standing;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;
import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verified;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore;
import dev.badgr.port.ImportStore.Found;
import dev.badgr.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Verifies badges from elsewhere again. */
final class Rechecks {
    /** Longer than one verification can take. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int TURNS = 3;

    private final Setup setup;
    private final Admission admission;

    Rechecks(Setup setup) {
        this.setup = setup;
        this.admission = new Admission(setup.limits().imports());
    }

    Result<Rechecked> one(AccountId owner, AwardId award) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(award, "award");
        Optional<Import> copy = store().of(owner, award);
        for (int turn = 1; copy.isPresent(); turn++) {
            Optional<Rechecked> done = verified(copy.get(), turn == TURNS);
            if (done.isPresent()) {
                return Result.success(done.get());
            }
            copy = store().of(owner, award);
        }
        return Result.refused(new Refusal.NotFound("award"));
    }

    List<Rechecked> due(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max: at least 1");
        }
        List<Rechecked> done = new ArrayList<>();
        for (int i = 0; i < max; i++) {
            Instant now = setup.now();
            Optional<Import> copy = store().claim(now, now.plus(LEASE));
            if (copy.isEmpty()) {
                break;
            }
            // Whoever verified it meanwhile has found the same or something newer.
            verified(copy.get(), true).ifPresent(done::add);
        }
        return done;
    }

    /** Empty if it was verified by somebody else meanwhile, unless this is the last try. */
    private Optional<Rechecked> verified(Import copy, boolean last) {
        Instant now = setup.now();
        Verified verified = setup.verifier().verify(copy.content());
        Report report = verified.report();
        Standing standing = isAnother(copy, verified) ? Standing.DOUBTFUL : admission.standing(report);
        Optional<Revocation> revocation =
                standing == Standing.REVOKED ? Optional.of(revocation(report, now)) : Optional.empty();
        Import.Checked checked = new Import.Checked(now, report.verdict(), next(standing, now), 0);
        if (store().found(new Found(copy, checked, revocation, standing == Standing.GOOD))) {
            tell(copy, standing);
            return Optional.of(new Rechecked(copy.award(), report, standing));
        }
        return last ? Optional.of(new Rechecked(copy.award(), report, standing)) : Optional.empty();
    }

    private void tell(Import copy, Standing standing) {
        setup.events().happened(Event.BADGE_RECHECKED, copy.credential(), standing);
        if (standing == Standing.REVOKED) {
            setup.events().happened(Event.BADGE_REVOKED, copy.credential());
        }
    }

    /** What is revoked is done with, until its person asks. */
    private Optional<Instant> next(Standing standing, Instant now) {
        ImportRules rules = setup.limits().imports();
        return switch (standing) {
            case REVOKED -> Optional.empty();
            case UNDECIDED -> Optional.of(now.plus(rules.retryAfter()));
            case GOOD, EXPIRED, DOUBTFUL -> Optional.of(now.plus(rules.recheckAfter()));
        };
    }

    /** The issuer's words, as far as the report has them. */
    private static Revocation revocation(Report report, Instant now) {
        String reason = report.checks().stream()
                .filter(check -> check.name() == CheckName.REVOKED && check.status() == Status.FAIL)
                .map(Check::found)
                .flatMap(found -> Excerpt.lines(found, 500).stream())
                .findFirst()
                .orElse("revoked");
        return new Revocation(reason, now);
    }

    /** A hosted copy can become another badge. */
    private static boolean isAnother(Import copy, Verified verified) {
        return verified.credential()
                .map(credential -> !Import.name(CredentialKey.of(credential)).equals(copy.credential()))
                .orElse(false);
    }

    private ImportStore store() {
        return setup.stores().imports();
    }
}
