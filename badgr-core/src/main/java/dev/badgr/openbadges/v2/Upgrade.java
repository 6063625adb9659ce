package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rewrites what Open Badges 1.0 and 1.1 have into 2.0 (Open Badges 1.0 and 1.1; 2.0, History). What is 2.0 stays as it is. */
final class Upgrade {
    private static final String V2 = "https://w3id.org/openbadges/v2";
    private static final Set<String> V1 = Set.of(
            "https://w3id.org/openbadges/v1",
            "http://w3id.org/openbadges/v1",
            "https://openbadgespec.org/v1/context.json",
            "http://standard.openbadges.org/1.1/context.json");

    private Upgrade() {}

    /** Whether it is of an older version: its context says so, or it has neither context nor type. */
    static boolean isNeeded(JsonObject document) {
        return document.texts("@context").stream().anyMatch(V1::contains)
                || (document.get("@context").isEmpty() && document.get("type").isEmpty());
    }

    /**
     * The document in the words of 2.0.
     *
     * @param location where it was had from, for documents without an id
     */
    static JsonObject apply(JsonObject document, Optional<String> location) {
        if (!isNeeded(document)) {
            return document;
        }
        if (document.has("recipient")) {
            return assertion(document, location);
        } else if (document.has("criteria") || document.has("issuer")) {
            return badgeClass(identified(document, location, "BadgeClass"));
        } else if (document.has("url") || document.has("origin")) {
            return issuer(identified(document, location, "Issuer"));
        }
        return document;
    }

    private static JsonObject assertion(JsonObject document, Optional<String> location) {
        JsonObject named = renamed(renamed(document, "issued_on", "issuedOn"), "verify", "verification");
        JsonObject identified =
                identified(named, location.or(() -> hostedAt(named)).or(() -> uid(named)), "Assertion");
        JsonObject dated = dated(dated(identified, "issuedOn"), "expires");
        return embedded(recipient(verification(dated)));
    }

    private static Optional<String> hostedAt(JsonObject assertion) {
        return assertion
                .object("verification")
                .filter(said -> said.text("type").equals(Optional.of("hosted")))
                .flatMap(said -> said.text("url"));
    }

    private static Optional<String> uid(JsonObject assertion) {
        return assertion.text("uid").map(uid -> "uid:" + URLEncoder.encode(uid, StandardCharsets.UTF_8));
    }

    private static JsonObject verification(JsonObject assertion) {
        JsonObject said =
                assertion.object("verification").orElseGet(() -> Json.object(Map.of("type", Json.of("hosted"))));
        boolean isSigned = said.texts("type").contains("signed");
        return assertion.with("verification", isSigned ? renamed(said, "url", "creator") : said);
    }

    private static JsonObject recipient(JsonObject assertion) {
        Optional<String> plain = assertion.text("recipient");
        if (plain.isEmpty()) {
            return assertion
                    .object("recipient")
                    .map(object -> assertion.with("recipient", hashed(object)))
                    .orElse(assertion);
        }
        JsonObject identity = Json.object(Map.of(
                "type", Json.of("email"),
                "identity", Json.of(plain.get()),
                "hashed", new Json.Truth(!plain.get().contains("@"))));
        return assertion.with(
                "recipient",
                assertion.get("salt").map(salt -> identity.with("salt", salt)).orElse(identity));
    }

    private static JsonObject hashed(JsonObject identity) {
        return identity.text("hashed")
                .map(text -> identity.with("hashed", new Json.Truth(text.equalsIgnoreCase("true"))))
                .orElse(identity);
    }

    private static JsonObject embedded(JsonObject assertion) {
        Optional<JsonObject> badge = assertion.object("badge");
        if (badge.isEmpty()) {
            return assertion;
        }
        Optional<String> id = assertion.text("id").map(text -> text + "#badge");
        JsonObject whole = badgeClass(identified(badge.get(), id, "BadgeClass"));
        return assertion.with(
                "badge",
                whole.object("issuer")
                        .map(one -> whole.with("issuer", embeddedIssuer(one)))
                        .orElse(whole));
    }

    private static JsonObject embeddedIssuer(JsonObject issuer) {
        return issuer(identified(issuer, issuer.text("url").or(() -> issuer.text("origin")), "Issuer"));
    }

    private static JsonObject badgeClass(JsonObject badge) {
        List<Json> alignments = badge.list("alignment");
        return alignments.isEmpty()
                ? badge
                : badge.with(
                        "alignment",
                        new Json.Array(
                                alignments.stream().map(Upgrade::alignment).toList()));
    }

    private static Json alignment(Json value) {
        return value instanceof JsonObject object
                ? renamed(
                        renamed(renamed(object, "name", "targetName"), "url", "targetUrl"),
                        "description",
                        "targetDescription")
                : value;
    }

    private static JsonObject issuer(JsonObject issuer) {
        return renamed(renamed(issuer, "contact", "email"), "origin", "url");
    }

    private static JsonObject identified(JsonObject object, Optional<String> id, String type) {
        JsonObject typed =
                (object.has("type") ? object : object.with("type", Json.of(type))).with("@context", Json.of(V2));
        return typed.has("id")
                ? typed
                : id.map(text -> typed.with("id", Json.of(text))).orElse(typed);
    }

    private static JsonObject dated(JsonObject object, String name) {
        return object.get(name)
                .flatMap(Dates::legacy)
                .map(time -> object.with(name, Json.of(time.toString())))
                .orElse(object);
    }

    private static JsonObject renamed(JsonObject object, String old, String name) {
        return object.has(name)
                ? object
                : object.get(old)
                        .map(value -> object.without(old).with(name, value))
                        .orElse(object);
    }
}
