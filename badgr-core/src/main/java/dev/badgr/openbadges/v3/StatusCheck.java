package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Whether a credential's issuer took it back, in each of the places that it names (Open Badges 3.0, 9.1; VCDM 2.0, 4.10). */
final class StatusCheck {
    private static final String SECTION = "OB 3.0, 9.1";
    private static final int MOST = 10;

    private final Verification verification;
    private final Proofs proofs;

    StatusCheck(Verification verification, Proofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    void check(JsonObject document) {
        List<JsonObject> statuses = document.objects("credentialStatus");
        if (statuses.size() > MOST) {
            verification.findings().fail(CheckName.STATUS, "it has more than " + MOST + " statuses", SECTION);
            return;
        }
        Optional<String> issuer = Parties.issuer(document);
        CredentialKey key =
                CredentialKey.of(issuer.orElse(""), document.text("id").orElse(""));
        statuses.forEach(status -> check(status, issuer, key));
        boolean isRevoked = verification.findings().failed(CheckName.REVOKED);
        if (!isRevoked && !verification.findings().has(CheckName.STATUS)) {
            verification.findings().pass(CheckName.STATUS, "it names no place for its status", SECTION);
        }
    }

    private void check(JsonObject status, Optional<String> issuer, CredentialKey key) {
        List<String> types = status.texts("type");
        if (types.contains("1EdTechRevocationList")) {
            new RevocationList(key, verification).check(status);
        } else if (types.contains("BitstringStatusListEntry") || types.contains("StatusList2021Entry")) {
            new BitStatus(status, issuer, verification, proofs).check();
        } else {
            verification
                    .findings()
                    .unknown(CheckName.STATUS, "its status is of a kind that badgr does not know", SECTION);
        }
    }
}
