package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;

/** Embedded proofs; not there yet. */
final class EmbeddedProofs implements Proofs {
    @Override
    public List<Signer> verify(JsonObject document, Verification verification) {
        verification.findings().unknown(CheckName.PROOF, "embedded proofs are not verified yet", "OB 3.0, 8.3");
        return List.of();
    }

    @Override
    public void checkTerms(JsonObject document, Verification verification) {}
}
