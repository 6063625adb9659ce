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
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.KeyResolver;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.proof.DataIntegrity;
import dev.badgr.openbadges.proof.Proofs;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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

    private final byte[] signed = JsonWriter.bytes(Proofs.signed(Proofs.badge()));
    private final Map<String, Document> contexts = new HashMap<>();
    private final VerificationKey key;

    private ProofBench() throws IOException, JsonLdError {
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
    }

    public static void main(String[] arguments) throws Exception {
        ProofBench bench = new ProofBench();
        long[] verify = new long[ROUNDS];
        long[] bare = new long[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long start = System.nanoTime();
            bench.verify();
            long between = System.nanoTime();
            bench.bare();
            long end = System.nanoTime();
            if (i >= 0) {
                verify[i] = between - start;
                bare[i] = end - between;
            }
        }
        Arrays.sort(verify);
        Arrays.sort(bare);
        System.out.printf(
                "verify %.1f us, bare %.1f us, ratio %.2f%n",
                verify[ROUNDS / 2] / 1e3, bare[ROUNDS / 2] / 1e3, (double) verify[ROUNDS / 2] / bare[ROUNDS / 2]);
    }

    private static Verification verification() {
        return new Verification(VerificationPolicy.LENIENT, NOW, Fetcher.none());
    }

    private void verify() {
        JsonObject credential = JsonReader.object(signed);
        if (DataIntegrity.verify(credential, verification(), "assertionMethod").get(0).status() != Status.PASS) {
            throw new IllegalStateException("not good");
        }
    }

    private void bare() throws JsonLdError, RdfConsumerException, GeneralSecurityException {
        jakarta.json.JsonObject credential = JsonDocument.of(new ByteArrayInputStream(signed))
                .getJsonContent()
                .orElseThrow()
                .asJsonObject();
        jakarta.json.JsonObject proof = credential.getJsonObject("proof");
        jakarta.json.JsonObject options = with(without(proof, "proofValue"), credential.get("@context"));
        byte[] bytes = new byte[64];
        System.arraycopy(hash(options), 0, bytes, 0, 32);
        System.arraycopy(hash(without(credential, "proof")), 0, bytes, 32, 32);
        if (!key.verifies(Base58.parse(proof.getString("proofValue").substring(1)), bytes)) {
            throw new IllegalStateException("not good");
        }
    }

    private static jakarta.json.JsonObject without(jakarta.json.JsonObject object, String name) {
        return Json.createObjectBuilder(object).remove(name).build();
    }

    private static jakarta.json.JsonObject with(jakarta.json.JsonObject object, JsonValue context) {
        return Json.createObjectBuilder(object).add("@context", context).build();
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
