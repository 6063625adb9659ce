package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Bytes;
import dev.badgr.text.Sha256;
import dev.badgr.text.Uuids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Says in the words of Open Badges 3.0 what a badge of 2.0 says (Open Badges Implementation Guide 3.0, Migrating). The outcome is no verifiable
 * credential: it has no proof, since only its issuer can sign it, and a host that is not the issuer does not. Safe for use by many threads.
 *
 * <p>The new ids are names of their own, always the same for the same badge; {@code related} and {@code otherIdentifier} lead to the 2.0 ones.
 */
public final class Upgrade {
    private static final String VERSION_2 = "Open Badges v2p0";

    private Upgrade() {}

    /**
     * The credential without a proof.
     *
     * @param assertion JSON of 2.0
     * @param badgeClass the badge class that it names
     * @param issuer the profile that the badge class names
     * @return JSON in UTF-8; empty if one of the three is none or lacks what it must have
     */
    public static Optional<Bytes> unsigned(byte[] assertion, byte[] badgeClass, byte[] issuer) {
        try {
            JsonObject credential =
                    credential(JsonReader.object(assertion), JsonReader.object(badgeClass), JsonReader.object(issuer));
            return Optional.of(Bytes.of(JsonWriter.bytes(credential)));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static JsonObject credential(JsonObject assertion, JsonObject badge, JsonObject issuer) {
        return JsonMembers.of("@context", Json.of(List.of(Version3.CREDENTIALS, Version3.OPEN_BADGES)))
                .and("id", urn(need(assertion, "id")))
                .andTexts("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
                .and("name", need(badge, "name"))
                .and("issuer", profile(issuer))
                .and("validFrom", time(need(assertion, "issuedOn")))
                .and("validUntil", assertion.text("expires").map(Upgrade::time))
                .and("credentialSubject", subject(assertion, badge))
                .and(
                        "evidence",
                        assertion.list("evidence").stream()
                                .map(Upgrade::evidence)
                                .toList())
                .object();
    }

    private static JsonObject profile(JsonObject issuer) {
        JsonObject earlier = JsonMembers.of("type", "IdentifierEntry")
                .and("identifier", need(issuer, "id"))
                .and("identifierType", "identifier")
                .object();
        return JsonMembers.of("id", need(issuer, "id"))
                .andTexts("type", List.of("Profile"))
                .and("name", need(issuer, "name"))
                .and("url", issuer.text("url"))
                .and("email", issuer.text("email"))
                .and("description", issuer.text("description"))
                .and("otherIdentifier", List.of(earlier))
                .object();
    }

    private static JsonObject subject(JsonObject assertion, JsonObject badge) {
        JsonObject recipient = assertion.object("recipient").orElseThrow(() -> new Malformed("has no recipient"));
        JsonMembers identifier = JsonMembers.of("type", "IdentityObject")
                .and("identityHash", need(recipient, "identity"))
                .and("identityType", need(recipient, "type").equals("email") ? "emailAddress" : "identifier")
                .and("hashed", recipient.truth("hashed").orElse(false))
                .and("salt", recipient.text("salt"));
        return JsonMembers.of("type", Json.of(List.of("AchievementSubject")))
                .and("identifier", List.of(identifier.object()))
                .and("narrative", assertion.text("narrative"))
                .and("achievement", achievement(badge))
                .object();
    }

    private static JsonObject achievement(JsonObject badge) {
        String id = need(badge, "id");
        JsonObject related = JsonMembers.of("type", Json.of(List.of("Related")))
                .and("id", id)
                .and("version", VERSION_2)
                .object();
        JsonMembers achievement = JsonMembers.of("id", urn(id))
                .andTexts("type", List.of("Achievement"))
                .and("name", need(badge, "name"))
                .and("description", need(badge, "description"))
                .and("criteria", criteria(badge));
        image(badge).ifPresent(image -> achievement.and("image", image));
        return achievement
                .andTexts("tag", badge.texts("tags"))
                .and(
                        "alignment",
                        badge.objects("alignment").stream()
                                .map(Upgrade::alignment)
                                .toList())
                .and("related", List.of(related))
                .object();
    }

    private static JsonObject criteria(JsonObject badge) {
        return badge.object("criteria")
                .map(criteria -> new JsonMembers()
                        .and("id", criteria.text("id"))
                        .and("narrative", criteria.text("narrative"))
                        .object())
                .orElseGet(() -> JsonMembers.of("id", need(badge, "criteria")).object());
    }

    private static Optional<JsonObject> image(JsonObject badge) {
        return badge.object("image")
                .flatMap(image -> image.text("id"))
                .or(() -> badge.text("image"))
                .map(id -> JsonMembers.of("id", id).and("type", "Image").object());
    }

    private static JsonObject alignment(JsonObject alignment) {
        JsonMembers members = JsonMembers.of("type", Json.of(List.of("Alignment")))
                .and("targetName", need(alignment, "targetName"))
                .and("targetUrl", need(alignment, "targetUrl"));
        List.of("targetDescription", "targetFramework", "targetCode")
                .forEach(name -> members.and(name, alignment.text(name)));
        return members.object();
    }

    private static JsonObject evidence(Json evidence) {
        JsonMembers members = new JsonMembers();
        if (evidence instanceof JsonObject object) {
            members.and("id", object.text("id")).andTexts("type", List.of("Evidence"));
            List.of("name", "description", "narrative", "genre", "audience")
                    .forEach(name -> members.and(name, object.text(name)));
        } else if (evidence instanceof Json.Text text) {
            members.and("id", text.value()).andTexts("type", List.of("Evidence"));
        } else {
            throw new Malformed("has evidence that is none");
        }
        return members.object();
    }

    private static String need(JsonObject object, String name) {
        return object.text(name).orElseThrow(() -> new Malformed("lacks a part"));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new Malformed("has a time that is none");
        }
    }

    private static String urn(String id) {
        return "urn:uuid:" + Uuids.ofHash(Sha256.of("open-badges-3\n" + id));
    }
}
