package dev.badgr.bench;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.KeyResolver;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.proof.DataIntegrity;
import dev.badgr.openbadges.proof.Proofs;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.text.Base64Url;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Verifying a signed credential beside what can't be had for less: canonicalising the same bytes by the bare libraries, and the check of the signature. */
public final class ProofBench {
    private static final int WARM = 3_000;
    private static final int ROUNDS = 4_000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> FILES = Map.of(
            "https://www.w3.org/ns/credentials/v2", "credentials-v2.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "open-badges-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "open-badges-extensions.json");

    private final Verifier verifier = new Verifier(Fetcher.none(), () -> NOW, VerificationPolicy.LENIENT);
    private final byte[] signed = JsonWriter.bytes(Proofs.signed(Proofs.badge().without("credentialStatus")));
    private final RSAPublicKey rsa;
    private final byte[] payload;
    private final String token;
    private final Map<String, Document> contexts = new HashMap<>();
    private final VerificationKey key;

    private ProofBench() throws IOException, JsonLdError, GeneralSecurityException, JOSEException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            try (InputStream in = DataIntegrity.class.getResourceAsStream("context/" + file.getValue())) {
                contexts.put(file.getKey(), JsonDocument.of(in));
            }
        }
        JsonObject proof = JsonReader.object(signed).object("proof").orElseThrow();
        key = new KeyResolver(verification())
                .resolve(proof.text("verificationMethod").orElseThrow(), "assertionMethod")
                .key()
                .orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        rsa = (RSAPublicKey) pair.getPublic();
        String did = "did:jwk:"
                + Base64Url.of(new RSAKey.Builder(rsa).build().toJSONString().getBytes(StandardCharsets.UTF_8));
        payload = JsonWriter.bytes(claims(did));
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(did + "#0").build(), new Payload(payload));
        jws.sign(new RSASSASigner(pair.getPrivate()));
        token = jws.serialize();
    }

    private static JsonObject claims(String did) {
        JsonObject badge = Proofs.badge().without("credentialStatus");
        JsonObject subject = badge.object("credentialSubject").orElseThrow();
        return badge.with("issuer", badge.object("issuer").orElseThrow().with("id", Json.of(did)))
                .with("credentialSubject", subject.with("id", Json.of("urn:uuid:1")));
    }

    public static void main(String[] arguments) throws Exception {
        ProofBench bench = new ProofBench();
        compare("embedded proof", bench::verify, "bare canonicalisation and signature check", bench::bare);
        compare(
                "VC-JWT, RS256",
                bench::verifyToken,
                "bare canonicalisation and Nimbus' signature check",
                bench::bareToken);
        compare("VC-JWT, RS256", bench::verifyToken, "Nimbus' signature check alone", bench::nimbus);
    }

    /** One of them. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static void compare(String name, Work ours, String otherName, Work other) throws Exception {
        long[] here = new long[ROUNDS];
        long[] there = new long[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long start = System.nanoTime();
            ours.run();
            long between = System.nanoTime();
            other.run();
            long end = System.nanoTime();
            if (i >= 0) {
                here[i] = between - start;
                there[i] = end - between;
            }
        }
        Arrays.sort(here);
        Arrays.sort(there);
        System.out.printf(
                "%-15s Verifier %8.1f us; %-50s %8.1f us; ratio %.2f%n",
                name,
                here[ROUNDS / 2] / 1e3,
                otherName,
                there[ROUNDS / 2] / 1e3,
                (double) here[ROUNDS / 2] / there[ROUNDS / 2]);
    }

    private static Verification verification() {
        return new Verification(VerificationPolicy.LENIENT, NOW, Fetcher.none());
    }

    private void verify() {
        require(verifier.verify(signed).report());
    }

    private void verifyToken() {
        require(verifier.verify(token).report());
    }

    private static void require(Report report) {
        if (!report.isProven() || !report.isIssuerBound()) {
            throw new IllegalStateException("not good: " + report);
        }
    }

    private void nimbus() throws ParseException, JOSEException {
        if (!JWSObject.parse(token).verify(new RSASSAVerifier(rsa))) {
            throw new IllegalStateException("not good");
        }
    }

    private void bareToken() throws Exception {
        nimbus();
        hash(JsonDocument.of(new ByteArrayInputStream(payload))
                .getJsonContent()
                .orElseThrow()
                .asJsonObject());
    }

    private void bare() throws JsonLdError, RdfConsumerException, GeneralSecurityException {
        jakarta.json.JsonObject credential = JsonDocument.of(new ByteArrayInputStream(signed))
                .getJsonContent()
                .orElseThrow()
                .asJsonObject();
        jakarta.json.JsonObject proof = credential.getJsonObject("proof");
        jakarta.json.JsonObject options = with(without(proof, "proofValue"), credential.getValue("/@context"));
        byte[] bytes = new byte[64];
        System.arraycopy(hash(options), 0, bytes, 0, 32);
        System.arraycopy(hash(without(credential, "proof")), 0, bytes, 32, 32);
        if (!key.verifies(Base58.parse(proof.getString("proofValue").substring(1)), bytes)) {
            throw new IllegalStateException("not good");
        }
    }

    private static jakarta.json.JsonObject without(jakarta.json.JsonObject object, String name) {
        return jakarta.json.Json.createObjectBuilder(object).remove(name).build();
    }

    private static jakarta.json.JsonObject with(jakarta.json.JsonObject object, JsonValue context) {
        return jakarta.json.Json.createObjectBuilder(object)
                .add("@context", context)
                .build();
    }

    private byte[] hash(jakarta.json.JsonObject document)
            throws JsonLdError, RdfConsumerException, GeneralSecurityException {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader((location, how) -> {
            Document known = contexts.get(location.toString());
            if (known == null) {
                throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, location.toString());
            }
            return known;
        });
        RdfCanon canon = RdfCanon.create("SHA-256");
        JsonLd.toRdf(JsonDocument.of(document)).options(options).provide(canon);
        StringWriter text = new StringWriter();
        canon.provide(new NQuadsWriter(text));
        return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
