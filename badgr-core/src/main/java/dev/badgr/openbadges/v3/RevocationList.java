package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of credentials that an issuer took back (1EdTech Revocation List Status Method 1.0). */
final class RevocationList {
    private static final String SECTION = "VCRL 1.0, 2";

    private final CredentialKey credential;
    private final Verification verification;

    RevocationList(CredentialKey credential, Verification verification) {
        this.credential = credential;
        this.verification = verification;
    }

    void check(JsonObject status) {
        Optional<JsonObject> list = status.text("id").flatMap(verification::fetchJson);
        if (list.isEmpty()) {
            findings().unknown(CheckName.STATUS, "the revocation list could not be had", SECTION);
        } else if (entries(list.get()).anyMatch(this::isRevoked)) {
            findings().fail(CheckName.REVOKED, "its issuer has revoked it", SECTION);
        } else if (!isIssuers(list.get())) {
            findings().warn(CheckName.STATUS, "the revocation list is by another issuer", SECTION);
        } else {
            findings().pass(CheckName.STATUS, "it is not in the revocation list", SECTION);
        }
    }

    /** The specification has the singular, the publisher's validator the plural. */
    private static Stream<Json> entries(JsonObject list) {
        return Stream.concat(list.list("revokedCredential").stream(), list.list("revokedCredentials").stream());
    }

    /** It stays revoked unless its entry says in so many words that it is not. */
    private boolean isRevoked(Json entry) {
        if (entry instanceof Json.Text id) {
            return isIt(id.value());
        }
        return entry instanceof JsonObject object
                && object.text("id").filter(this::isIt).isPresent()
                && object.truth("revoked").orElse(true);
    }

    private boolean isIt(String id) {
        return CredentialKey.of(credential.issuer(), id).credential().equals(credential.credential());
    }

    private boolean isIssuers(JsonObject list) {
        return Parties.issuer(list)
                .map(issuer -> CredentialKey.of(issuer, "").issuer().equals(credential.issuer()))
                .orElse(true);
    }

    private Findings findings() {
        return verification.findings();
    }
}
