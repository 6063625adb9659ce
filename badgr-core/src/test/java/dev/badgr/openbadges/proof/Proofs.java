package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Credentials, a key to sign them with, and their verification. */
public final class Proofs {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final KeyPair KEY = key();
    static final String METHOD = method(KEY);

    private Proofs() {}

    /** A badge without a proof. */
    public static JsonObject badge() {
        return json(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
                 "id": "urn:uuid:8a1f5d4e-8f4e-4bd8-8b4f-5a3a4a5f6c01",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "Hill School"},
                 "validFrom": "2025-06-01T00:00:00Z",
                 "validUntil": "2027-06-01T00:00:00Z",
                 "name": "Bridges",
                 "credentialSubject": {
                    "type": ["AchievementSubject"],
                    "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "ada@school.example",
                        "identityType": "emailAddress"}],
                    "achievement": {"id": "https://school.example/bridges", "type": ["Achievement"], "name": "Bridges",
                        "description": "Builds bridges.", "criteria": {"narrative": "Build one."},
                        "tag": ["steel", "wood"],
                        "resultDescription": [{"id": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c",
                            "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade"}]}},
                 "credentialStatus": {"id": "https://school.example/status#7", "type": "1EdTechRevocationList"}}
                """
                        .formatted(METHOD.substring(0, METHOD.indexOf('#'))));
    }

    /** The badge with a proof. */
    public static JsonObject signed(JsonObject badge) {
        return DataIntegrity.sign(badge, bytes -> sign(KEY, bytes), METHOD, NOW.minusSeconds(60));
    }

    static JsonObject json(String text) {
        return JsonReader.object(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonObject resource(String name) {
        try (InputStream in = Objects.requireNonNull(Proofs.class.getResourceAsStream(name), name)) {
            return JsonReader.object(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sign(KeyPair key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String method(KeyPair key) {
        byte[] der = key.getPublic().getEncoded();
        byte[] multikey = Hashes.joined(new byte[] {(byte) 0xed, 1}, Arrays.copyOfRange(der, der.length - 32, der.length));
        String name = "z" + Base58.of(multikey);
        return "did:key:" + name + "#" + name;
    }

    static Report report(JsonObject credential) {
        return report(credential, LinkedData::expand);
    }

    static Report report(JsonObject credential, ProofJudge.Expander expander) {
        return report(credential, expander, VerificationPolicy.LENIENT);
    }

    static Report report(JsonObject credential, ProofJudge.Expander expander, VerificationPolicy policy) {
        Verification verification = new Verification(policy, NOW, Fetcher.none());
        DataIntegrity.verify(credential, verification, "assertionMethod", expander);
        return verification.findings().report(Optional.empty());
    }

    /** What the line about the proof says, for callers that share no class with this one. */
    public static String judgement(String credential) {
        return report(json(credential)).checks().stream()
                .filter(check -> check.name() == CheckName.PROOF)
                .map(check -> check.status() == Status.PASS ? "PASS" : check.status() + ": " + check.found())
                .collect(Collectors.joining(", "));
    }

    static Optional<Status> proof(JsonObject credential) {
        return report(credential).status(CheckName.PROOF);
    }
}
