package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proofs that are embedded in a credential (W3C Data Integrity 1.0). Safe for use by many threads. */
public final class DataIntegrity {
    /** How many proofs a credential may have. */
    public static final int MOST_PROOFS = 10;

    private static final String SECTION = "Data Integrity 1.0, 4.3";

    /**
     * What a proof came to.
     *
     * @param status {@link Status#PASS} if its signature is good
     * @param method the id of its key
     * @param key itself; empty if it could not be had, or nobody verified with it
     * @param controller whose key it is, where the controller's own document or DID says so; to be compared with the issuer
     */
    public record Judged(
            Status status, Optional<String> method, Optional<VerificationKey> key, Optional<String> controller) {}

    /** Signs with a key that stays where it is. */
    @FunctionalInterface
    public interface Signer {
        /** The Ed25519 signature of these bytes, 64 bytes. */
        byte[] sign(byte[] bytes);
    }

    private DataIntegrity() {}

    /**
     * Verifies the proofs of a credential. Writes a line about undefined terms, and for each proof one about its key and one about
     * itself.
     *
     * @param credential with its {@code proof}
     * @param purpose such as {@code assertionMethod}
     * @return what each proof came to, in their order; empty if there is none
     */
    public static List<Judged> verify(JsonObject credential, Verification verification, String purpose) {
        return verify(credential, verification, purpose, LinkedData::expand);
    }

    static List<Judged> verify(
            JsonObject credential, Verification verification, String purpose, ProofJudge.Expander expander) {
        Optional<String> objection = objection(credential);
        if (objection.isPresent()) {
            verification.findings().fail(CheckName.PROOF, objection.get(), SECTION);
            return List.of();
        }
        ProofJudge judge = new ProofJudge(credential, verification, purpose, expander);
        List<Judged> judged = new ArrayList<>();
        List<Proof> unknown = new ArrayList<>();
        for (JsonObject json : credential.objects("proof")) {
            Proof proof = Proof.of(json);
            if (proof.suite().isPresent()) {
                judged.add(judge.judge(proof, proof.suite().get()));
            } else {
                unknown.add(proof);
            }
        }
        boolean isProvenOtherwise = judged.stream().anyMatch(one -> one.status() == Status.PASS);
        unknown.forEach(proof -> judged.add(unknown(proof, verification, isProvenOtherwise)));
        return judged;
    }

    /**
     * Signs a credential with eddsa-rdfc-2022.
     *
     * @param credential proofs that it has stay, and are not signed
     * @param verificationMethod the id of the key, which the document of its controller must list for assertions
     * @return the credential with one proof more
     * @throws Malformed if a term is undefined, or the JSON-LD libraries are not there; it says which
     */
    public static JsonObject sign(JsonObject credential, Signer key, String verificationMethod, Instant created) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", Json.of("DataIntegrityProof"));
        members.put("cryptosuite", Json.of(Suite.EDDSA_RDFC_2022.text()));
        members.put("created", Json.of(created.truncatedTo(ChronoUnit.SECONDS).toString()));
        members.put("verificationMethod", Json.of(verificationMethod));
        members.put("proofPurpose", Json.of("assertionMethod"));
        JsonObject options = new JsonObject(members);
        byte[] signed = Hashes.joined(hash(Proof.of(options).config(credential)), hash(credential.without("proof")));
        JsonObject proof = options.with("proofValue", Json.of("z" + Base58.of(key.sign(signed))));
        List<Json> proofs = new ArrayList<>(credential.list("proof"));
        proofs.add(proof);
        return credential.with("proof", proofs.size() == 1 ? proof : new Json.Array(proofs));
    }

    private static byte[] hash(JsonObject document) {
        LinkedData data = LinkedData.expand(document);
        if (data instanceof LinkedData.Expanded expanded) {
            return Hashes.of("SHA-256", expanded.statements().canonical());
        }
        throw new Malformed(data.objection());
    }

    private static Optional<String> objection(JsonObject credential) {
        List<Json> proofs = credential.list("proof");
        if (proofs.isEmpty()) {
            return Optional.of("there is no proof");
        } else if (proofs.size() > MOST_PROOFS) {
            return Optional.of("there are over " + MOST_PROOFS + " proofs");
        }
        return proofs.stream().allMatch(JsonObject.class::isInstance)
                ? Optional.empty()
                : Optional.of("a proof is no object");
    }

    private static Judged unknown(Proof proof, Verification verification, boolean isProvenOtherwise) {
        Status status = isProvenOtherwise ? Status.WARN : Status.UNKNOWN;
        verification
                .findings()
                .add(CheckName.PROOF, status, proof.name() + ": badgr does not verify such proofs", SECTION);
        return new Judged(status, proof.method(), Optional.empty(), Optional.empty());
    }
}
