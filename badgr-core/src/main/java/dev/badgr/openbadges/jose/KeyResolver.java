package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the key that a proof names: {@code did:key}, {@code did:jwk}, {@code did:web} (W3C DID 1.0 and the methods' own
 * specifications), or at an https URL (W3C Controlled Identifiers 1.0). For one verification.
 */
public final class KeyResolver {
    /**
     * What was found.
     *
     * @param key the key; empty if there is none to verify with
     * @param controller whose key it is, where the controller's own document or DID says so; to be compared with the issuer. Empty
     *     for a key that only stands in the URL that names it
     * @param isUndecided whether there may be one, but its document could not be had
     * @param found in English, for the report
     */
    public record Resolved(
            Optional<VerificationKey> key, Optional<String> controller, boolean isUndecided, String found) {
        static Resolved of(VerificationKey key, Optional<String> controller, String found) {
            return new Resolved(Optional.of(key), controller, false, found);
        }

        static Resolved none(String found) {
            return new Resolved(Optional.empty(), Optional.empty(), false, found);
        }

        static Resolved undecided(String found) {
            return new Resolved(Optional.empty(), Optional.empty(), true, found);
        }
    }

    private final Verification verification;

    public KeyResolver(Verification verification) {
        this.verification = verification;
    }

    /**
     * Looks for the key.
     *
     * @param method the id of a verification method: a DID URL or an https URL
     * @param purpose such as {@code assertionMethod}: where the controller's document lists purposes, the key must be listed under
     *     this one
     */
    public Resolved resolve(String method, String purpose) {
        String name = method.split("#", 2)[0];
        try {
            if (name.startsWith("did:key:")) {
                return ofDidKey(method, name);
            } else if (name.startsWith("did:jwk:")) {
                return ofDidJwk(method, name);
            } else if (name.startsWith("did:web:")) {
                return ofDocument(DidWeb.location(name), name, method, purpose);
            } else if (name.startsWith("https:")) {
                return ofDocument(URI.create(name), name, method, purpose);
            }
            return Resolved.none("the verification method is none of did:key, did:jwk, did:web and https");
        } catch (Malformed e) {
            return Resolved.none(e.reason());
        } catch (IllegalArgumentException e) {
            return Resolved.none("the verification method is no URI");
        }
    }

    private static Resolved ofDidKey(String method, String did) {
        String key = did.substring("did:key:".length());
        if (!method.equals(did) && !method.equals(did + "#" + key)) {
            return Resolved.none("a did:key has no other key than itself");
        }
        return Resolved.of(PublicKeys.ofMultikey(key), Optional.of(did), "the key is the DID itself");
    }

    private static Resolved ofDidJwk(String method, String did) {
        if (!method.equals(did) && !method.equals(did + "#0")) {
            return Resolved.none("a did:jwk has no other key than #0");
        }
        byte[] jwk = Base64.getUrlDecoder().decode(did.substring("did:jwk:".length()));
        return Resolved.of(PublicKeys.ofJwk(JsonReader.object(jwk)), Optional.of(did), "the key is the DID itself");
    }

    private Resolved ofDocument(URI location, String controller, String method, String purpose) {
        Fetched fetched = verification.fetch(location);
        if (fetched instanceof Fetched.Document) {
            return Verification.json(fetched)
                    .map(document -> inDocument(document, controller, method, purpose))
                    .orElseGet(() -> Resolved.none("what is at " + location + " is no JSON object"));
        }
        return inFragment(method)
                .orElseGet(() -> fetched instanceof Fetched.Missing
                        ? Resolved.none("there is no document at " + location)
                        : Resolved.undecided("the document at " + location + " could not be had"));
    }

    /** Some issuers write the key itself behind the {@code #}. It proves who has signed only to those who know the key. */
    private static Optional<Resolved> inFragment(String method) {
        int hash = method.indexOf('#');
        return hash >= 0 && method.startsWith("https:") && method.startsWith("#z", hash)
                ? Optional.of(Resolved.of(
                        PublicKeys.ofMultikey(method.substring(hash + 1)),
                        Optional.empty(),
                        "the key stands in the URL that names it, and no document names an owner"))
                : Optional.empty();
    }

    private static Resolved inDocument(JsonObject document, String controller, String method, String purpose) {
        if (!document.text("id")
                .map(id -> id.equals(controller) || id.equals(method))
                .orElse(false)) {
            return Resolved.none("the document of the key has another id");
        }
        Optional<JsonObject> listed = methods(document, purpose)
                .filter(one -> isIt(one, controller, method))
                .findFirst();
        if (listed.isPresent()) {
            return of(listed.get(), Optional.of(controller));
        }
        if (document.has("verificationMethod")) {
            return Resolved.none("the controller's document names no such key for " + purpose);
        }
        return of(document, document.text("controller").or(() -> document.text("owner")));
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

    private static String absolute(String controller, String id) {
        return id.startsWith("#") ? controller + id : id;
    }

    private static Resolved of(JsonObject method, Optional<String> controller) {
        return key(method)
                .map(key -> Resolved.of(key, controller, "the key is named by its controller's document"))
                .orElseGet(() -> Resolved.none("the controller's document has the key in no form that badgr reads"));
    }

    private static Optional<VerificationKey> key(JsonObject method) {
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
