package dev.badgr.openbadges.issue;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.StatusSlot;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes awards as Open Badges 3.0 has them (AchievementCredential). Safe for use by many threads. */
public final class AchievementCredentials {
    private AchievementCredentials() {}

    /**
     * A credential as a signed token (Open Badges 3.0, 8.2, "VC-JWT").
     *
     * @param status where its status stands
     * @throws IllegalArgumentException if the award counts no more
     */
    public static String jwt(Issuance issuance, StatusSlot status) {
        return CredentialToken.of(credential(issuance, status), issuance.issuer());
    }

    /**
     * A credential as JSON with an embedded proof (Open Badges 3.0, 8.3; eddsa-rdfc-2022).
     *
     * @param status where its status stands
     * @param created when the proof is made
     * @throws IllegalArgumentException if the award counts no more
     * @throws IllegalStateException if the issuer's key is no Ed25519 key, or the optional JSON-LD libraries are not there
     */
    public static Bytes embedded(Issuance issuance, StatusSlot status, Instant created) {
        JsonObject credential = credential(issuance, status);
        return Bytes.of(JsonWriter.bytes(EmbeddedProof.in(credential, issuance.issuer(), created)));
    }

    static JsonObject credential(Issuance issuance, StatusSlot status) {
        Award award = issuance.award();
        if (!award.isLive()) {
            throw new IllegalArgumentException("award: counts no more");
        }
        IssuerIdentity issuer = issuance.issuer();
        return Version3.credential(issuer.site().credential(award.id()), "OpenBadgeCredential")
                .and("name", issuance.badge().name())
                .and("issuer", Version3.profile(issuer))
                .and("validFrom", seconds(award.issuedOn()))
                .and("validUntil", award.expires().map(AchievementCredentials::seconds))
                .and("credentialSubject", subject(issuance))
                .and(
                        "evidence",
                        award.evidence().stream()
                                .map(AchievementCredentials::evidence)
                                .toList())
                .and("credentialStatus", Version3.status(issuer, status))
                .object();
    }

    private static JsonObject subject(Issuance issuance) {
        return JsonMembers.of("id", issuance.subject().id().toString())
                .andTexts("type", List.of("AchievementSubject"))
                .and("identifier", List.of(issuance.subject().identifier()))
                .and("narrative", issuance.award().narrative())
                .and(
                        "achievement",
                        achievement(issuance.badge(), issuance.issuer().site()))
                .object();
    }

    static JsonObject achievement(Badge badge, IssuerSite site) {
        Json image = JsonMembers.of("id", badge.image().toString())
                .and("type", "Image")
                .object();
        Json related = JsonMembers.of("type", Json.of(List.of("Related")))
                .and("id", site.badgeClass(badge.id()))
                .and("version", "Open Badges v2p0")
                .object();
        return JsonMembers.of("id", site.achievement(badge.id()).toString())
                .andTexts("type", List.of("Achievement"))
                .and("name", badge.name())
                .and("description", badge.description())
                .and("criteria", JsonMembers.of("narrative", badge.criteria()).object())
                .and("image", image)
                .andTexts("tag", badge.tags())
                .and("related", List.of(related))
                .object();
    }

    private static Json evidence(Evidence evidence) {
        return JsonMembers.of("id", evidence.url().toString())
                .andTexts("type", List.of("Evidence"))
                .and("narrative", evidence.narrative())
                .object();
    }

    /** The token has its times in whole seconds, and both must be the same (Open Badges 3.0, 8.2.4.1). */
    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
