package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Base64Url;
import java.net.URI;
import java.util.Optional;

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
        byte[] jwk = Base64Url.parse(did.substring("did:jwk:".length()));
        return Resolved.of(PublicKeys.ofJwk(JsonReader.object(jwk)), Optional.of(did), "the key is the DID itself");
    }

    private Resolved ofDocument(URI location, String controller, String method, String purpose) {
        Fetched fetched = verification.fetch(location);
        if (fetched instanceof Fetched.Document) {
            return Verification.json(fetched)
                    .map(document -> KeyDocument.find(document, controller, method, purpose, verification.now()))
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
        return hash >= 0 && method.startsWith("#z", hash)
                ? Optional.of(Resolved.of(
                        PublicKeys.ofMultikey(method.substring(hash + 1)),
                        Optional.empty(),
                        "the key stands in the URL that names it, and no document names an owner"))
                : Optional.empty();
    }
}
