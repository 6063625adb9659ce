package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.jose.SignatureAlgorithm;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.DataIntegrity;
import java.time.Instant;
import java.util.Optional;

/** Puts a proof into a credential (W3C Data Integrity EdDSA Cryptosuites 1.0, eddsa-rdfc-2022). */
final class EmbeddedProof {
    private EmbeddedProof() {}

    /** @throws IllegalStateException if the issuer's key is no Ed25519 key, or the JSON-LD libraries are not there */
    static JsonObject in(JsonObject credential, IssuerIdentity issuer, Instant created) {
        if (issuer.algorithm() != SignatureAlgorithm.EDDSA) {
            throw new IllegalStateException("signer: an embedded proof needs an Ed25519 key");
        }
        try {
            return DataIntegrity.sign(credential, issuer.signer()::sign, issuer.verificationMethod(), created);
        } catch (Malformed e) {
            throw new IllegalStateException("embedded proof: " + e.reason(), e);
        }
    }

    /** The same, where the issuer has the key and the libraries for it. */
    static Optional<JsonObject> ifPossible(JsonObject credential, IssuerIdentity issuer, Instant created) {
        try {
            return issuer.algorithm() == SignatureAlgorithm.EDDSA
                    ? Optional.of(in(credential, issuer, created))
                    : Optional.empty();
        } catch (IllegalStateException withoutLibraries) {
            return Optional.empty();
        }
    }
}
