package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.KeyResolver;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.DataIntegrity.Judged;
import dev.badgr.openbadges.proof.LinkedData.Expanded;
import java.util.List;
import java.util.Optional;

/** Judges the proofs of one credential, for one verification. */
final class ProofJudge {
    /** What reads linked data. */
    @FunctionalInterface
    interface Expander {
        LinkedData expand(JsonObject document);
    }

    private static final String METHOD_SECTION = "Data Integrity 1.0, 4.5";

    private final JsonObject credential;
    private final Verification verification;
    private final String purpose;
    private final Expander expander;
    private final LinkedData unsecured;

    ProofJudge(JsonObject credential, Verification verification, String purpose, Expander expander) {
        this.credential = credential;
        this.verification = verification;
        this.purpose = purpose;
        this.expander = expander;
        this.unsecured = expander.expand(credential.without("proof"));
        unsecured.write(verification);
    }

    Judged judge(Proof proof, Suite suite) {
        KeyResolver.Resolved resolved = resolved(proof);
        Optional<VerificationKey> key = resolved.key().filter(one -> suite.takes(one.algorithm()));
        writeMethod(resolved, key);
        return new Judged(judge(proof, suite, key), proof.method(), resolved.key(), resolved.controller());
    }

    private KeyResolver.Resolved resolved(Proof proof) {
        return proof.method()
                .map(method -> new KeyResolver(verification).resolve(method, purpose))
                .orElseGet(() -> new KeyResolver.Resolved(
                        Optional.empty(), Optional.empty(), false, "the proof names no verification method"));
    }

    private void writeMethod(KeyResolver.Resolved resolved, Optional<VerificationKey> key) {
        if (key.isPresent()) {
            verification.findings().pass(CheckName.VERIFICATION_METHOD, resolved.found(), METHOD_SECTION);
        } else if (resolved.isUndecided()) {
            verification.findings().unknown(CheckName.VERIFICATION_METHOD, resolved.found(), METHOD_SECTION);
        } else {
            String found = resolved.key().isPresent() ? "the key is of another kind than the proof" : resolved.found();
            verification.findings().fail(CheckName.VERIFICATION_METHOD, found, METHOD_SECTION);
        }
    }

    private Status judge(Proof proof, Suite suite, Optional<VerificationKey> key) {
        Optional<String> objection = proof.objection(credential, purpose, verification.now());
        Optional<JsonObject> body = body(proof);
        if (objection.isPresent() || body.isEmpty()) {
            return write(proof, suite, Status.FAIL, objection.orElse("it builds on a proof that is not there"));
        }
        LinkedData document = proof.isBuiltOnOthers() ? expander.expand(body.get()) : unsecured;
        LinkedData config = expander.expand(proof.config(credential));
        if (document instanceof Expanded one && config instanceof Expanded other) {
            Signed signed = new Signed(proof, body.get(), one.statements(), other.statements());
            return key.map(its -> judge(suite, its, signed))
                    .orElseGet(() -> write(proof, suite, Status.UNKNOWN, "there is no key to verify it with"));
        }
        LinkedData unusable = document instanceof Expanded ? config : document;
        Status status = unusable instanceof LinkedData.Unavailable ? Status.UNKNOWN : Status.FAIL;
        return write(proof, suite, status, unusable.objection());
    }

    private Status judge(Suite suite, VerificationKey key, Signed signed) {
        try {
            return signed.isBy(key, suite)
                    ? good(signed.proof(), suite)
                    : write(signed.proof(), suite, Status.FAIL, "the signature is not of this content");
        } catch (Malformed e) {
            return write(signed.proof(), suite, Status.FAIL, e.reason());
        } catch (LinkageError e) {
            return write(signed.proof(), suite, Status.UNKNOWN, LinkedData.Unavailable.REASON);
        }
    }

    /** What is signed beside the options. A proof may build on others, which are then part of it (Data Integrity 1.0, 4.4). */
    private Optional<JsonObject> body(Proof proof) {
        if (!proof.isBuiltOnOthers()) {
            return Optional.of(credential.without("proof"));
        }
        List<Json> names = proof.json().list("previousProof");
        List<Json> previous = credential.list("proof").stream()
                .filter(one ->
                        ((JsonObject) one).get("id").filter(names::contains).isPresent())
                .toList();
        return names.isEmpty() || previous.size() != names.size() || previous.contains(proof.json())
                ? Optional.empty()
                : Optional.of(credential.with("proof", new Json.Array(previous)));
    }

    private Status good(Proof proof, Suite suite) {
        if (proof.created().filter(verification::isFuture).isPresent()) {
            Status status = verification.isStrict() ? Status.FAIL : Status.WARN;
            return write(proof, suite, status, "it says that it was made in the future");
        }
        return write(proof, suite, Status.PASS, "the signature is good");
    }

    private Status write(Proof proof, Suite suite, Status status, String found) {
        verification.findings().add(CheckName.PROOF, status, proof.name() + ": " + found, suite.section());
        return status;
    }
}
