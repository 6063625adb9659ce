package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Links.Linked;
import java.util.Optional;

/** The hosted copy of an assertion, which alone counts (Open Badges 2.0, HostedBadge Verification). For one verification. */
final class Hosting {
    private static final String SECTION = "OB 2.0, HostedBadge Verification";

    private final Links links;
    private final Findings findings;

    Hosting(Verification verification) {
        this.links = new Links(verification);
        this.findings = verification.findings();
    }

    /**
     * Gets the hosted copy and writes how it went.
     *
     * @param received as it was received, whichever version it follows
     * @param id where the copy is
     * @return the copy; empty if it can't be had, or is revoked
     */
    Optional<JsonObject> copy(JsonObject received, Optional<String> id) {
        Linked hosted = links.at(id.orElse(""));
        if (hosted.isGone()) {
            findings.fail(CheckName.REVOKED, "the issuer took it away (410 Gone)", SECTION);
            return Optional.empty();
        } else if (hosted.document().isEmpty()) {
            findings.add(CheckName.HOSTED, hosted.failure(), "the hosted copy " + hosted.found(), SECTION);
            return Optional.empty();
        }
        compare(received, hosted);
        return hosted.document().filter(copy -> !isRevoked(copy));
    }

    /** Writes it down if an assertion says of itself that it is revoked. */
    boolean isRevoked(JsonObject assertion) {
        boolean isRevoked = assertion.truth("revoked").orElse(false);
        if (isRevoked) {
            findings.fail(CheckName.REVOKED, "it is revoked" + reason(assertion), SECTION);
        }
        return isRevoked;
    }

    /** The reason for a revocation as the end of a sentence. */
    static String reason(JsonObject revoked) {
        return revoked.text("revocationReason").map(text -> ": " + text).orElse("");
    }

    private void compare(JsonObject received, Linked hosted) {
        if (hosted.original().equals(Optional.of(received)) || hosted.document().equals(Optional.of(received))) {
            findings.pass(CheckName.HOSTED, "the hosted copy says the same", SECTION);
        } else {
            findings.warn(CheckName.HOSTED, "the hosted copy differs from what was received; it counts", SECTION);
        }
    }
}
