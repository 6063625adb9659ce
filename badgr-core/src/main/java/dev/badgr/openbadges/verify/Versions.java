package dev.badgr.openbadges.verify;

import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.util.List;
import java.util.Set;

/** Tells Open Badges 3.0 from 2.0: a 3.0 badge is a verifiable credential. */
final class Versions {
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/",
            "https://www.w3.org/2018/credentials/",
            "https://purl.imsglobal.org/spec/ob/v3p0/",
            "https://purl.imsglobal.org/spec/clr/v2p0/");

    private static final Set<String> TYPES = Set.of(
            "VerifiableCredential",
            "VerifiablePresentation",
            "OpenBadgeCredential",
            "AchievementCredential",
            "EndorsementCredential");

    private Versions() {}

    /** Whether a document has a context or a type of 3.0. */
    static boolean isThree(JsonObject document) {
        return document.texts("type").stream().anyMatch(TYPES::contains)
                || document.texts("@context").stream().anyMatch(Versions::isContext)
                || document.has("credentialSubject");
    }

    /** Whether the signed document is one, or has one in its claim {@code vc}. */
    static boolean isThree(Jws jws) {
        try {
            JsonObject claims = JsonReader.object(jws.payload().toArray());
            return claims.has("vc") || isThree(claims);
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean isContext(String context) {
        return CONTEXTS.stream().anyMatch(context::startsWith);
    }
}
