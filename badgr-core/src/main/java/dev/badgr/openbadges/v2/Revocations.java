package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Links.Linked;
import java.util.List;
import java.util.Optional;

/** The list in which an issuer takes signed badges back (Open Badges 2.0, Revocation List). For one verification. */
final class Revocations {
    private static final String SECTION = "OB 2.0, Revocation List";

    private final Links links;
    private final Findings findings;

    Revocations(Verification verification) {
        this.links = new Links(verification);
        this.findings = verification.findings();
    }

    /** Writes whether an assertion is on its issuer's list. */
    void judge(JsonObject assertion, JsonObject profile) {
        List<Json> lists = profile.list("revocationList");
        if (lists.isEmpty()) {
            findings.pass(CheckName.STATUS, "the issuer has no revocation list", SECTION);
        }
        for (Json one : lists) {
            Linked list = links.at(one instanceof Json.Text text ? text.value() : "");
            list.document()
                    .ifPresentOrElse(
                            document -> on(document, assertion, profile),
                            () -> findings.unknown(CheckName.STATUS, "the revocation list " + list.found(), SECTION));
        }
    }

    private void on(JsonObject list, JsonObject assertion, JsonObject profile) {
        if (list.text("issuer")
                .filter(id -> !Web.isSame(id, profile.text("id").orElse("")))
                .isPresent()) {
            findings.unknown(CheckName.STATUS, "the revocation list is another issuer's", SECTION);
            return;
        }
        Optional<String> entry = list.has("revokedAssertions")
                ? list.list("revokedAssertions").stream()
                        .filter(one -> isIt(one, assertion))
                        .findFirst()
                        .map(one -> one instanceof JsonObject object ? Hosting.reason(object) : "")
                : legacy(list, assertion);
        findings.pass(CheckName.STATUS, "the revocation list was read", SECTION);
        entry.ifPresentOrElse(
                reason -> findings.fail(CheckName.REVOKED, "it is on the revocation list" + reason, SECTION),
                () -> findings.pass(CheckName.REVOKED, "it is not on the revocation list", SECTION));
    }

    private static boolean isIt(Json entry, JsonObject assertion) {
        if (entry instanceof JsonObject object) {
            boolean isMeant =
                    is(object.text("id"), assertion.text("id")) || is(object.text("uid"), assertion.text("uid"));
            return isMeant && object.truth("revoked").orElse(true);
        }
        return entry instanceof Json.Text text && is(Optional.of(text.value()), assertion.text("id"));
    }

    private static boolean is(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    /** Before 2.0 the list was an object with a reason for each uid. */
    private static Optional<String> legacy(JsonObject list, JsonObject assertion) {
        return assertion
                .text("uid")
                .filter(list::has)
                .map(uid -> list.text(uid).map(text -> ": " + text).orElse(""));
    }
}
