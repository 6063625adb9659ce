package dev.badgr.openbadges.issue;

import dev.badgr.award.Badge;
import dev.badgr.award.Withdrawal;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes what an issuer serves by the terms of Open Badges 3.0: itself, its DID document, its achievements, and the status of its credentials. Safe for use by many threads. */
public final class CredentialDocuments {
    private CredentialDocuments() {}

    /** Who the issuer is (Open Badges 3.0, Profile). */
    public static ServedDocument profile(IssuerIdentity identity) {
        return inContext(identity.site().profile(identity.issuer().id()), Version3.profile(identity));
    }

    /** What can be earned (Open Badges 3.0, Achievement). */
    public static ServedDocument achievement(IssuerIdentity identity, Badge badge) {
        IssuerSite site = identity.site();
        return inContext(site.achievement(badge.id()), AchievementCredentials.achievement(badge, site));
    }

    /** The issuer's {@code did:web} document (W3C DID 1.0, 5): the keys that it signs and signed with. */
    public static ServedDocument didDocument(IssuerIdentity identity) {
        String did = identity.site().did(identity.issuer().id());
        List<JsonObject> methods = identity.keys()
                .map(key -> key.written().verificationMethod(did + "#" + key.name(), did))
                .toList();
        List<String> names = identity.keys().map(key -> did + "#" + key.name()).toList();
        JsonObject document = JsonMembers.of(
                        "@context",
                        Json.of(List.of(
                                "https://www.w3.org/ns/did/v1",
                                "https://w3id.org/security/multikey/v1",
                                "https://w3id.org/security/jwk/v1")))
                .and("id", did)
                .andTexts("alsoKnownAs", List.of(identity.url().toString()))
                .and("verificationMethod", methods)
                .andTexts("assertionMethod", names)
                .object();
        return Served.document(
                identity.site().didDocument(identity.issuer().id()), 200, "application/did+ld+json", document);
    }

    /** Which credentials it took back (1EdTech Revocation List Status Method 1.0). */
    public static ServedDocument credentialRevocations(IssuerIdentity identity, List<Withdrawal> withdrawn) {
        IssuerSite site = identity.site();
        URI url = site.credentialRevocations(identity.issuer().id());
        List<JsonObject> credentials = withdrawn.stream()
                .map(one -> JsonMembers.of("id", site.credential(one.award()).toString())
                        .and("revoked", true)
                        .and("revocationReason", one.told())
                        .object())
                .toList();
        JsonObject list = JsonMembers.of("id", url.toString())
                .and("issuer", identity.id())
                .and("revokedCredentials", new Json.Array(List.copyOf(credentials)))
                .object();
        return Served.document(url, 200, "application/json", list);
    }

    /**
     * One of its lists of statuses, signed (W3C Bitstring Status List 1.0): with an embedded proof where the issuer has the key and the
     * libraries for it, else as a token.
     *
     * @param list its number
     * @param withdrawn the indexes of the credentials in it that it took back
     * @param now from when on the list counts
     */
    public static ServedDocument statusList(IssuerIdentity identity, int list, List<Integer> withdrawn, Instant now) {
        URI url = identity.site().statusList(identity.issuer().id(), list);
        JsonObject credential = statusCredential(identity, url, withdrawn, now);
        return EmbeddedProof.ifPossible(credential, identity, now)
                .map(signed -> Served.document(url, 200, "application/vc", signed))
                .orElseGet(() -> new ServedDocument(
                        url, 200, "application/vc+jwt", Bytes.of(CredentialToken.of(credential, identity))));
    }

    static JsonObject statusCredential(IssuerIdentity identity, URI url, List<Integer> withdrawn, Instant now) {
        JsonObject bits = JsonMembers.of("id", url + "#list")
                .and("type", "BitstringStatusList")
                .and("statusPurpose", "revocation")
                .and("encodedList", Bitstring.of(withdrawn))
                .object();
        return JsonMembers.of("@context", Json.of(List.of(Version3.CREDENTIALS)))
                .and("id", url)
                .andTexts("type", List.of("VerifiableCredential", "BitstringStatusListCredential"))
                .and("issuer", identity.id())
                .and("validFrom", now.truncatedTo(ChronoUnit.SECONDS))
                .and("credentialSubject", bits)
                .object();
    }

    private static ServedDocument inContext(URI location, JsonObject thing) {
        JsonMembers members = JsonMembers.of("@context", Json.of(List.of(Version3.CREDENTIALS, Version3.OPEN_BADGES)));
        thing.members().forEach(members::and);
        return Served.linked(location, members.object());
    }
}
