package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Whether the claims of a JWT say the same as the credential in it (Open Badges 3.0, 8.2.6.1). */
final class JwtClaims {
    private static final String SECTION = "OB 3.0, 8.2.6.1";
    private static final int LONGEST = 30;
    private static final BigDecimal LATEST = new BigDecimal(Instant.MAX.getEpochSecond());

    private final JsonObject claims;
    private final JsonObject document;
    private final Verification verification;

    JwtClaims(JsonObject claims, JsonObject document, Verification verification) {
        this.claims = claims;
        this.document = document;
        this.verification = verification;
    }

    void check() {
        Validity validity = Validity.of(document);
        id("iss", "the issuer", Parties.issuer(document));
        id("jti", "the credential", document.text("id"));
        subject();
        moment("nbf", validity.from(), true);
        moment("exp", validity.until(), false);
        if (!verification.findings().has(CheckName.JWT_CLAIMS)) {
            verification.findings().pass(CheckName.JWT_CLAIMS, "the claims agree with the credential", SECTION);
        }
    }

    /** The time that a claim names. */
    static Optional<Instant> moment(JsonObject claims, String claim) {
        return seconds(claims, claim).map(Instant::ofEpochSecond);
    }

    private void id(String claim, String what, Optional<String> id) {
        if (!claims.has(claim)) {
            missing(claim);
        } else if (!claims.text(claim).equals(id)) {
            fail(claim + " is not the id of " + what);
        }
    }

    /** The publisher's own validator does not ask for it, and its own examples lack it. */
    private void subject() {
        Optional<String> id = Parties.subject(document);
        if (claims.has("sub")) {
            id("sub", "the subject", id);
        } else if (verification.isStrict()) {
            fail("sub is missing");
        } else {
            verification.findings().pass(CheckName.JWT_CLAIMS, "sub is missing, which is common", SECTION);
        }
    }

    private void moment(String claim, Optional<Instant> moment, boolean isRequired) {
        Optional<Long> seconds = seconds(claims, claim);
        if (!claims.has(claim)) {
            if (isRequired) {
                missing(claim);
            }
        } else if (seconds.isEmpty()) {
            fail(claim + " is no number of seconds");
        } else if (moment.isPresent() && moment.get().getEpochSecond() != seconds.get()) {
            fail(claim + " is another time than that in the credential");
        }
    }

    private static Optional<Long> seconds(JsonObject claims, String claim) {
        return claims.get(claim)
                .filter(Json.Numeral.class::isInstance)
                .map(value -> ((Json.Numeral) value).literal())
                .flatMap(JwtClaims::seconds);
    }

    private static Optional<Long> seconds(String literal) {
        try {
            BigDecimal number = new BigDecimal(literal);
            boolean isPlausible = number.precision() < LONGEST
                    && number.scale() < LONGEST
                    && number.abs().compareTo(LATEST) <= 0;
            return isPlausible
                    ? Optional.of(number.setScale(0, RoundingMode.FLOOR).longValueExact())
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void missing(String claim) {
        verification.failIfStrict(CheckName.JWT_CLAIMS, claim + " is missing", SECTION);
    }

    private void fail(String found) {
        verification.findings().fail(CheckName.JWT_CLAIMS, found, SECTION);
    }
}
