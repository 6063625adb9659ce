package dev.badgr.fuzz;

import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.DataIntegrity;
import dev.badgr.openbadges.proof.LinkedData;
import java.time.Instant;

/** Any bytes as JSON, as linked data, and as a credential with proofs. */
public final class JsonLdFuzz {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private JsonLdFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        JsonObject read;
        try {
            read = JsonReader.object(data);
        } catch (Malformed e) {
            return;
        }
        if (!JsonReader.object(JsonWriter.bytes(read)).equals(read)) {
            throw new AssertionError("broken: what is written is read back");
        }
        if (LinkedData.expand(read) instanceof LinkedData.Expanded expanded) {
            canonical(expanded);
        }
        DataIntegrity.verify(
                read, new Verification(VerificationPolicy.STRICT, NOW, Fetcher.none()), "assertionMethod");
    }

    private static void canonical(LinkedData.Expanded expanded) {
        try {
            String once = expanded.statements().canonical();
            if (!once.equals(expanded.statements().canonical())) {
                throw new AssertionError("broken: a document has one canonical form");
            }
        } catch (Malformed e) {
            // Too much work is an answer.
        }
    }
}
