package dev.badgr.openbadges.issue;

import dev.badgr.award.Issuer;
import dev.badgr.award.StatusSlot;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;
import java.util.List;

/** The parts that documents of Open Badges 3.0 have in common. */
final class Version3 {
    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private Version3() {}

    /** The beginning of a credential of Open Badges. */
    static JsonMembers credential(URI id, String type) {
        return JsonMembers.of("@context", Json.of(List.of(CREDENTIALS, OPEN_BADGES)))
                .and("id", id)
                .andTexts("type", List.of("VerifiableCredential", type));
    }

    /** Who the issuer is, with its 2.0 id besides (Open Badges Implementation Guide 3.0, Migrating). */
    static JsonObject profile(IssuerIdentity identity) {
        Issuer issuer = identity.issuer();
        Json earlier = JsonMembers.of("type", "IdentifierEntry")
                .and("identifier", identity.url())
                .and("identifierType", "identifier")
                .object();
        return JsonMembers.of("id", identity.id())
                .andTexts("type", List.of("Profile"))
                .and("name", issuer.name())
                .and("url", issuer.url())
                .and("email", issuer.email().map(EmailAddress::deliverable))
                .and("otherIdentifier", List.of(earlier))
                .object();
    }

    static JsonObject status(IssuerIdentity identity, StatusSlot slot) {
        IssuerSite site = identity.site();
        if (identity.statusMethod() == IssuerIdentity.StatusMethod.REVOCATION_LIST) {
            return JsonMembers.of(
                            "id",
                            site.credentialRevocations(identity.issuer().id()).toString())
                    .and("type", "1EdTechRevocationList")
                    .object();
        }
        URI list = site.statusList(identity.issuer().id(), slot.list());
        return JsonMembers.of("id", list + "#" + slot.index())
                .and("type", "BitstringStatusListEntry")
                .and("statusPurpose", "revocation")
                .and("statusListIndex", Integer.toString(slot.index()))
                .and("statusListCredential", list)
                .object();
    }
}
