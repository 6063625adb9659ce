package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.KeyDocument;
import dev.badgr.openbadges.jose.PublicKeys;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.v2.Links.Linked;
import java.net.URI;
import java.util.Optional;

/** Reads the keys that issuers publish (Open Badges 2.0, CryptographicKey). For one verification. */
final class Keys {
    /**
     * What came of a key.
     *
     * @param key empty if it can't be used
     * @param isUndecided whether it could not be had
     * @param found why it can't be used
     */
    record Found(Optional<VerificationKey> key, boolean isUndecided, String found) {
        static Found none(String found) {
            return new Found(Optional.empty(), false, found);
        }
    }

    private final Verification verification;
    private final Links links;

    Keys(Verification verification) {
        this.verification = verification;
        this.links = new Links(verification);
    }

    /**
     * The key that an issuer's profile has, as its id or as an object.
     *
     * @param owner the issuer's id: a key that says it is somebody else's can't be used
     */
    Found named(Json value, String owner) {
        if (value instanceof JsonObject object && isKey(object)) {
            return of(object, Optional.of(owner));
        }
        return at(id(value).orElse(""), Optional.of(owner));
    }

    /** The key that is at this id, whosesoever it is. */
    Found at(String id) {
        return at(id, Optional.empty());
    }

    private Found at(String id, Optional<String> owner) {
        Optional<Found> pem = pem(id);
        if (pem.isPresent()) {
            return pem.get();
        }
        Linked linked = links.at(id);
        return linked.document()
                .map(document -> of(document, owner))
                .orElseGet(() ->
                        new Found(Optional.empty(), linked.failure() == Status.UNKNOWN, "the key " + linked.found()));
    }

    /** The id of a key, in whichever way it is named. */
    static Optional<String> id(Json value) {
        return value instanceof JsonObject object
                ? object.text("id")
                : value instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static boolean isKey(JsonObject object) {
        return object.has("publicKeyPem")
                || object.has("publicKeyJwk")
                || object.has("publicKeyMultibase")
                || object.has("kty");
    }

    private static Found of(JsonObject document, Optional<String> owner) {
        Optional<String> other = document.text("owner")
                .or(() -> document.text("controller"))
                .filter(named -> owner.isPresent() && !Web.isSame(named, owner.get()));
        if (other.isPresent()) {
            return Found.none("the key says that it is another's");
        }
        try {
            return KeyDocument.keyOf(document)
                    .map(key -> new Found(Optional.of(key), false, ""))
                    .orElseGet(() -> Found.none("the key is in no form that badgr reads"));
        } catch (Malformed e) {
            return Found.none(e.reason());
        }
    }

    /** Before 2.0 the key itself was at its URL, not a document about it. */
    private Optional<Found> pem(String id) {
        if (!Web.isUrl(id)
                || !(verification.fetch(URI.create(id)) instanceof Fetched.Document document)
                || document.content().length() > 16_000
                || !document.content().text().strip().startsWith("-----BEGIN PUBLIC KEY-----")) {
            return Optional.empty();
        }
        try {
            VerificationKey key = PublicKeys.ofPem(document.content().text());
            return Optional.of(new Found(Optional.of(key), false, ""));
        } catch (Malformed e) {
            return Optional.of(Found.none(e.reason()));
        }
    }
}
