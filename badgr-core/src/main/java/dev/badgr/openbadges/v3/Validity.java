package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on, and until when, a credential counts.
 *
 * @param from {@code validFrom}, or {@code issuanceDate} in the first data model
 * @param until {@code validUntil}, or {@code expirationDate}
 */
record Validity(Optional<Instant> from, Optional<Instant> until) {
    private static final String SECTION = "OB 3.0, 9.1; VCDM 2.0, 4.9";

    static Validity of(JsonObject document) {
        return Contexts.isOfFirstModel(document)
                ? of(document, "issuanceDate", "validFrom", "expirationDate", "validUntil")
                : of(document, "validFrom", "issuanceDate", "validUntil", "expirationDate");
    }

    private static Validity of(JsonObject document, String from, String otherFrom, String until, String otherUntil) {
        return new Validity(
                moment(document, from).or(() -> moment(document, otherFrom)),
                moment(document, until).or(() -> moment(document, otherUntil)));
    }

    private static Optional<Instant> moment(JsonObject document, String name) {
        return document.text(name).flatMap(Moments::meant);
    }

    /** Which of the names each data model has. */
    static void checkModel(JsonObject document, Verification verification) {
        boolean first = Contexts.isOfFirstModel(document);
        String wanted = first ? "issuanceDate" : "validFrom";
        Findings findings = verification.findings();
        if (first) {
            findings.warn(CheckName.DATA_MODEL, "it follows version 1.1 of the data model of credentials", "VCDM 1.1");
        }
        if (!document.has(wanted)) {
            boolean other = document.has(first ? "validFrom" : "issuanceDate");
            missing(wanted, other, verification);
        }
    }

    private static void missing(String wanted, boolean other, Verification verification) {
        String found = wanted + " is missing";
        if (other) {
            verification.failIfStrict(CheckName.REQUIRED, found + "; it is named as in another data model", SECTION);
        } else {
            verification.findings().fail(CheckName.REQUIRED, found, SECTION);
        }
    }

    void check(Verification verification) {
        Instant now = verification.now();
        Findings findings = verification.findings();
        if (from.filter(verification::isFuture).isPresent()) {
            findings.fail(CheckName.NOT_YET_VALID, "it counts from " + from.orElseThrow() + " on", SECTION);
        } else if (from.isPresent()) {
            findings.pass(CheckName.NOT_YET_VALID, "it counts since " + from.get(), SECTION);
        }
        if (until.isPresent() && !now.isBefore(until.get())) {
            findings.fail(CheckName.EXPIRED, "it counts no more since " + until.get(), SECTION);
        } else {
            findings.pass(CheckName.EXPIRED, until.map(end -> "it ends " + end).orElse("it never ends"), SECTION);
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.fail(CheckName.EXPIRES_BEFORE_ISSUED, "it ends before it begins", SECTION);
        }
    }
}
