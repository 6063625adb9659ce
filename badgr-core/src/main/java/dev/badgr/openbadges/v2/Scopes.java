package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Issuers.Issuer;

/** Whether badges lie where their issuer hosts badges (Open Badges 2.0, VerificationObject). For one verification. */
final class Scopes {
    private static final String SECTION = "OB 2.0, VerificationObject";

    private final Findings findings;

    Scopes(Verification verification) {
        this.findings = verification.findings();
    }

    /** Writes whether a hosted assertion or endorsement, and its badge class, are within the issuer's scope. */
    void hosted(String id, JsonObject badge, Issuer issuer) {
        Scope scope = Scope.of(issuer.profile());
        if (!scope.isKnown()) {
            findings.unknown(CheckName.SCOPE, "the issuer's id has no host, and its profile names none", SECTION);
        } else if (!scope.covers(id)) {
            findings.fail(CheckName.SCOPE, "it lies outside of where its issuer hosts badges", SECTION);
        } else if (isElsewhere(badge, scope)) {
            findings.fail(CheckName.SCOPE, "its badge class lies outside of where the issuer hosts badges", SECTION);
        } else {
            findings.pass(CheckName.SCOPE, "it lies where its issuer hosts badges", SECTION);
            bind(issuer);
        }
    }

    /** Writes whether a signed assertion brings a badge class of its own that takes an id of somebody else. */
    void signed(JsonObject assertion, JsonObject badge, Issuer issuer) {
        boolean isEmbedded = assertion.object("badge").isPresent();
        if (isEmbedded && isElsewhere(badge, Scope.of(issuer.profile()))) {
            findings.fail(CheckName.SCOPE, "its own badge class has an id on another host than its issuer's", SECTION);
        }
    }

    private static boolean isElsewhere(JsonObject badge, Scope scope) {
        return badge.text("id")
                .filter(id -> Web.isUrl(id) && !scope.coversHostOf(id))
                .isPresent();
    }

    private void bind(Issuer issuer) {
        if (issuer.isOwn()) {
            findings.pass(CheckName.ISSUER_BINDING, "the issuer's profile covers the place of the badge", SECTION);
        } else {
            findings.unknown(CheckName.ISSUER_BINDING, "the issuer's own profile could not be asked", SECTION);
        }
    }
}
