package dev.badgr.openbadges.issue;

import dev.badgr.award.Award;
import dev.badgr.award.Evidence;
import dev.badgr.award.Withdrawal;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;

/** Writes awards as Open Badges 2.0 has them (Assertion). Safe for use by many threads. */
public final class Assertions {
    private Assertions() {}

    /**
     * The document that a hosted badge is (Open Badges 2.0, Hosted Verification). Of an award that counts no more it says only that (Revoked
     * Assertion), and is served with 410.
     */
    public static ServedDocument hosted(Issuance issuance) {
        Award award = issuance.award();
        URI id = issuance.issuer().site().assertion(award.id());
        return award.isLive()
                ? Served.linked(id, 200, assertion(issuance, JsonMembers.of("type", "HostedBadge")))
                : Served.linked(id, 410, withdrawn(id, award));
    }

    /**
     * A signed badge: a JSON Web Signature in its compact form (Open Badges 2.0, Signed Badges).
     *
     * @throws IllegalArgumentException if the award counts no more
     */
    public static String signed(Issuance issuance) {
        if (!issuance.award().isLive()) {
            throw new IllegalArgumentException("award: counts no more");
        }
        IssuerIdentity issuer = issuance.issuer();
        JsonMembers verification = JsonMembers.of("type", "SignedBadge").and("creator", issuer.url(issuer.key()));
        return SignedToken.of(new JsonMembers(), assertion(issuance, verification), issuer);
    }

    private static JsonObject assertion(Issuance issuance, JsonMembers verification) {
        Award award = issuance.award();
        IssuerSite site = issuance.issuer().site();
        return Served.version2("Assertion", site.assertion(award.id()))
                .and("recipient", issuance.subject().recipient())
                .and("badge", site.badgeClass(award.badge()))
                .and("verification", verification.object())
                .and("issuedOn", award.issuedOn())
                .and("expires", award.expires())
                .and("narrative", award.narrative())
                .and(
                        "evidence",
                        award.evidence().stream().map(Assertions::evidence).toList())
                .object();
    }

    private static Json evidence(Evidence evidence) {
        return JsonMembers.of("type", "Evidence")
                .and("id", evidence.url())
                .and("narrative", evidence.narrative())
                .object();
    }

    private static JsonObject withdrawn(URI id, Award award) {
        return Served.version2("Assertion", id)
                .and("revoked", true)
                .and("revocationReason", Withdrawal.of(award).told())
                .object();
    }
}
