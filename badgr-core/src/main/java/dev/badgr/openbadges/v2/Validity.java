package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Whether an assertion counts now. For one verification. */
final class Validity {
    private static final String SECTION = "OB 2.0, Assertion";

    private final Findings findings;
    private final Verification verification;

    Validity(Verification verification) {
        this.verification = verification;
        this.findings = verification.findings();
    }

    /** Writes it. Times that are none are written elsewhere. */
    void judge(JsonObject assertion) {
        Optional<Instant> issued = assertion.text("issuedOn").flatMap(Dates::parse);
        issued.ifPresent(this::begins);
        assertion.text("expires").flatMap(Dates::parse).ifPresent(expires -> ends(issued.orElse(expires), expires));
    }

    private void begins(Instant issued) {
        if (verification.isFuture(issued)) {
            findings.fail(CheckName.NOT_YET_VALID, "it is issued on " + issued, SECTION);
        } else {
            findings.pass(CheckName.NOT_YET_VALID, "it was issued on " + issued, SECTION);
        }
    }

    private void ends(Instant issued, Instant expires) {
        if (expires.isBefore(issued)) {
            findings.fail(
                    CheckName.EXPIRES_BEFORE_ISSUED, "it expires on " + expires + ", before it is issued", SECTION);
        }
        if (expires.isAfter(verification.now())) {
            findings.pass(CheckName.EXPIRED, "it expires on " + expires, SECTION);
        } else {
            findings.fail(CheckName.EXPIRED, "it expired on " + expires, SECTION);
        }
    }
}
