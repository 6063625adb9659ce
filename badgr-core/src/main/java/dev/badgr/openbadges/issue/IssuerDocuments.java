package dev.badgr.openbadges.issue;

import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.Withdrawal;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Writes what an issuer serves by the terms of Open Badges 2.0: itself, its keys, its badges, and what it took back. Safe for use by many threads. */
public final class IssuerDocuments {
    private static final String RELATED_VERSION = "Open Badges v3p0";
    private static final String VOCABULARY_3 = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";

    private IssuerDocuments() {}

    /** Who the issuer is (Open Badges 2.0, Profile). */
    public static ServedDocument issuer(IssuerIdentity identity) {
        Issuer issuer = identity.issuer();
        List<Json> keys = identity.keys()
                .map(key -> Json.of(identity.url(key).toString()))
                .toList();
        JsonObject profile = Served.version2("Issuer", identity.url())
                .and("name", issuer.name())
                .and("url", issuer.url())
                .and("email", issuer.email().map(EmailAddress::deliverable))
                .and("publicKey", keys.size() == 1 ? keys.get(0) : new Json.Array(keys))
                .and("revocationList", identity.site().revocationList(issuer.id()))
                .and("related", List.of(related("Profile", identity.id())))
                .object();
        return Served.linked(identity.url(), profile);
    }

    /** One of its keys (Open Badges 2.0, CryptographicKey); empty if it has none of that name. */
    public static Optional<ServedDocument> key(IssuerIdentity identity, String name) {
        return identity.keys()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> {
                    URI url = identity.url(key);
                    return Served.linked(
                            url,
                            Served.version2("CryptographicKey", url)
                                    .and("owner", identity.url())
                                    .and("publicKeyPem", key.written().pem())
                                    .object());
                });
    }

    /** What can be earned (Open Badges 2.0, BadgeClass). */
    public static ServedDocument badgeClass(IssuerIdentity identity, Badge badge) {
        URI url = identity.site().badgeClass(badge.id());
        JsonObject badgeClass = Served.version2("BadgeClass", url)
                .and("name", badge.name())
                .and("description", badge.description())
                .and("image", badge.image())
                .and("criteria", JsonMembers.of("narrative", badge.criteria()).object())
                .and("issuer", identity.url())
                .andTexts("tags", badge.tags())
                .and(
                        "related",
                        List.of(related(
                                "Achievement",
                                identity.site().achievement(badge.id()).toString())))
                .object();
        return Served.linked(url, badgeClass);
    }

    /** Which assertions it took back (Open Badges 2.0, RevocationList). */
    public static ServedDocument revocationList(IssuerIdentity identity, List<Withdrawal> withdrawn) {
        IssuerSite site = identity.site();
        URI url = site.revocationList(identity.issuer().id());
        List<JsonObject> assertions = withdrawn.stream()
                .map(one -> JsonMembers.of("id", site.assertion(one.award()).toString())
                        .and("revocationReason", one.told())
                        .object())
                .toList();
        return Served.linked(
                url,
                Served.version2("RevocationList", url)
                        .and("issuer", identity.url())
                        .and("revokedAssertions", new Json.Array(List.copyOf(assertions)))
                        .object());
    }

    /** The same thing in 3.0 (Open Badges Implementation Guide 3.0, Migrating). */
    private static Json related(String type, String id) {
        return JsonMembers.of("type", Json.of(List.of(VOCABULARY_3 + type)))
                .and("id", id)
                .and("version", RELATED_VERSION)
                .object();
    }
}
