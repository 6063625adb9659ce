package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.proof.DataIntegrity;
import dev.badgr.openbadges.proof.LinkedData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proofs in the document itself (Open Badges 3.0, 8.3). */
final class EmbeddedProofs implements Proofs {
    private static final String PURPOSE = "assertionMethod";

    @Override
    public List<Signer> verify(JsonObject document, Verification verification) {
        List<Signer> signers = DataIntegrity.verify(document, verification, PURPOSE).stream()
                .filter(judged -> judged.status() == Status.PASS || judged.status() == Status.WARN)
                // A proof of a kind that nobody verified is a warning too, but has no key: whatever it names signs
                // nothing.
                .filter(judged -> judged.key().isPresent())
                .map(judged -> new Signer(judged.method(), judged.key(), judged.controller()))
                .toList();
        if (verification.findings().failed(CheckName.VERIFICATION_METHOD)) {
            verification.findings().fail(CheckName.PROOF, "a proof names no key that could verify it", "OB 3.0, 8.3.2");
        }
        return signers;
    }

    @Override
    public void checkTerms(JsonObject document, Verification verification) {
        LinkedData.judge((JsonObject) defined(document), verification);
    }

    /** No published context defines {@code endorsementJwt}, though the specification has it. A JWT signs it all the same. */
    private static Json defined(Json value) {
        if (value instanceof JsonObject object) {
            Map<String, Json> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, defined(member)));
            members.remove("endorsementJwt");
            return new JsonObject(members);
        } else if (value instanceof Json.Array array) {
            return new Json.Array(
                    array.values().stream().map(EmbeddedProofs::defined).toList());
        }
        return value;
    }
}
