package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.LinkedData.Statements;

/**
 * What a proof is the signature of: a hash of its own options, and one of the document.
 *
 * @param proof with its signature
 * @param body the credential without the proof
 * @param document the same as linked data
 * @param config the options of the proof
 */
record Signed(Proof proof, JsonObject body, Statements document, Statements config) {
    /** Whether it was signed with the secret half of this key. @throws Malformed if the signature is not in its form */
    boolean isBy(VerificationKey key, Suite suite) {
        if (suite == Suite.ECDSA_SD_2023) {
            return DerivedProof.parse(proof.value()).isGood(key, Hashes.of("SHA-256", config.canonical()), document);
        }
        return key.verifies(signature(), suite == Suite.EDDSA_JCS_2022 ? jcs() : rdfc(Suite.hash(key.algorithm())));
    }

    private byte[] rdfc(String hash) {
        return Hashes.joined(Hashes.of(hash, config.canonical(hash)), Hashes.of(hash, document.canonical(hash)));
    }

    private byte[] jcs() {
        JsonObject options = proof.json().without("proofValue");
        JsonObject content = proof.json()
                .get("@context")
                .map(context -> body.with("@context", context))
                .orElse(body);
        return Hashes.joined(
                Hashes.of("SHA-256", TitaniumJson.canonical(options)),
                Hashes.of("SHA-256", TitaniumJson.canonical(content)));
    }

    private byte[] signature() {
        if (!proof.value().startsWith("z")) {
            throw new Malformed("the signature is not in base58");
        }
        return Base58.parse(proof.value().substring(1));
    }
}
