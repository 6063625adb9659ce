package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.jose.KeyResolver.Resolved;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys in a document: of a controller (W3C Controlled Identifiers 1.0, 2; Open Badges 2.0, Profile), or of one key (JWK, JWK set,
 * CryptographicKey, Multikey). Safe for use by many threads.
 */
public final class KeyDocument {
    private KeyDocument() {}

    /**
     * Looks for a key in what its id leads to.
     *
     * @param location where the document was
     * @param method the id of the key
     * @param now a key that has ended by then is none: nobody knows whether it was used before
     */
    static Resolved find(JsonObject document, String location, String method, String purpose, Instant now) {
        Optional<String> id = document.text("id");
        if (id.isEmpty()
                ? !isBare(document)
                : !id.get().equals(location) && !id.get().equals(method)) {
            return Resolved.none("the document of the key has another id");
        }
        Optional<JsonObject> listed = methods(document, purpose)
                .filter(one -> isIt(one, location, method))
                .findFirst();
        if (hasEnded(listed.orElse(document), now)) {
            return Resolved.none("the key has expired or was revoked");
        } else if (listed.isPresent()) {
            return keyOf(listed.get())
                    .map(key ->
                            Resolved.of(key, Optional.of(location), "the key is named by its controller's document"))
                    .orElseGet(KeyDocument::unreadable);
        }
        return document.has("verificationMethod")
                ? Resolved.none("the controller's document names no such key for " + purpose)
                : alone(document, method);
    }

    /**
     * Whether the document of a controller names a key: by its id, or the key itself.
     *
     * @param method the id of the key; empty if only its user named it
     * @param key itself, if it is known
     * @param purpose such as {@code assertionMethod}
     */
    public static boolean names(
            JsonObject document, Optional<String> method, Optional<VerificationKey> key, String purpose) {
        String controller = document.text("id").orElse("");
        boolean isReferred = Stream.of(purpose, "publicKey")
                .flatMap(place -> document.texts(place).stream())
                .anyMatch(id -> method.equals(Optional.of(absolute(controller, id))));
        return isReferred
                || Stream.concat(methods(document, purpose), document.objects("publicKey").stream())
                        .anyMatch(one -> isIt(one, controller, method, key));
    }

    /** Where there is only the key, it may call anybody its controller: that one's own document would have to say so. */
    private static Resolved alone(JsonObject document, String method) {
        return keyOf(document)
                .or(() -> document.objects("keys").stream()
                        .filter(one -> isKid(one, method))
                        .findFirst()
                        .flatMap(KeyDocument::keyOf))
                .map(key -> Resolved.of(key, Optional.empty(), "the key is where its id says"))
                .orElseGet(KeyDocument::unreadable);
    }

    private static Resolved unreadable() {
        return Resolved.none("the document has the key in no form that badgr reads");
    }

    /** W3C Controlled Identifiers 1.0, 2.2: {@code expires} and {@code revoked}. What is no time has ended. */
    private static boolean hasEnded(JsonObject method, Instant now) {
        return Stream.of("expires", "revoked")
                .flatMap(name -> method.get(name).stream())
                .anyMatch(end -> !isAfter(end, now));
    }

    private static boolean isAfter(Json end, Instant now) {
        try {
            return end instanceof Json.Text text
                    && OffsetDateTime.parse(text.value()).toInstant().isAfter(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A JWK or a set of them has no id; a {@code kid} may lead to one (Open Badges 3.0, 8.2.3). */
    private static boolean isBare(JsonObject document) {
        return document.has("kty") || document.has("keys");
    }

    private static boolean isKid(JsonObject jwk, String method) {
        return jwk.text("kid")
                .map(kid -> method.equals(kid) || method.endsWith("#" + kid))
                .orElse(false);
    }

    private static Stream<JsonObject> methods(JsonObject document, String purpose) {
        Stream<JsonObject> referred = document.objects("verificationMethod").stream()
                .filter(one -> !document.has(purpose) || refers(document, purpose, one));
        return Stream.concat(document.objects(purpose).stream(), referred);
    }

    private static boolean refers(JsonObject document, String purpose, JsonObject method) {
        String controller = document.text("id").orElse("");
        return document.texts(purpose).stream().anyMatch(name -> isIt(method, controller, absolute(controller, name)));
    }

    private static boolean isIt(JsonObject method, String controller, String name) {
        return method.text("id")
                .map(id -> absolute(controller, id).equals(name))
                .orElse(false);
    }

    /** The same key under another id is the same key; another key under the same id is not. */
    private static boolean isIt(
            JsonObject listed, String controller, Optional<String> method, Optional<VerificationKey> key) {
        Optional<VerificationKey> known = readable(listed);
        return (known.isPresent() && key.isPresent())
                ? known.equals(key)
                : method.filter(id -> isIt(listed, controller, id)).isPresent();
    }

    private static String absolute(String controller, String id) {
        return id.startsWith("#") ? controller + id : id;
    }

    private static Optional<VerificationKey> readable(JsonObject method) {
        try {
            return keyOf(method);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /**
     * The key in an object that is or has one, in whichever form.
     *
     * @return empty if it has none
     * @throws Malformed if it is no key
     */
    public static Optional<VerificationKey> keyOf(JsonObject method) {
        Optional<Json> jwk = method.get("publicKeyJwk");
        if (jwk.isPresent() || method.has("kty")) {
            return Optional.of(PublicKeys.ofJwk(jwk.filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .orElse(method)));
        }
        return method.text("publicKeyMultibase")
                .map(PublicKeys::ofMultikey)
                .or(() -> method.text("publicKeyPem").map(PublicKeys::ofPem));
    }
}
