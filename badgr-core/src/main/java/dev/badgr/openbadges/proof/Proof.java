package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A proof as it stands in a credential (W3C Data Integrity 1.0, 2.1).
 *
 * @param json itself
 * @param suite what it is made by; empty if badgr does not verify such
 */
record Proof(JsonObject json, Optional<Suite> suite) {
    static Proof of(JsonObject json) {
        return new Proof(json, Suite.of(json));
    }

    /** How it is called in a report. */
    String name() {
        return suite.map(Suite::text)
                .or(() -> json.text("cryptosuite"))
                .or(() -> json.text("type"))
                .orElse("a proof without a type");
    }

    /** The id of the key. */
    Optional<String> method() {
        return json.text("verificationMethod");
    }

    /** The signature as it is written. */
    String value() {
        return json.text("proofValue").orElse("");
    }

    /** Why it proves nothing, whatever its signature is. */
    Optional<String> objection(JsonObject credential, String purpose, Instant now) {
        if (!json.text("proofPurpose").equals(Optional.of(purpose))) {
            return Optional.of("its purpose is not " + purpose);
        } else if (isNoTime("created") || isNoTime("expires")) {
            return Optional.of("it holds a time that is none");
        } else if (time("expires").filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of("it counts no more");
        } else if (!beginsWithItsContexts(credential)) {
            return Optional.of("it has other contexts than the credential");
        }
        return value().isEmpty() ? Optional.of("it has no value") : Optional.empty();
    }

    /** When it says that it was made. */
    Optional<Instant> created() {
        return time("created");
    }

    /** Whether it signs other proofs too. */
    boolean isBuiltOnOthers() {
        return json.has("previousProof");
    }

    /** What is signed beside the document (EdDSA Cryptosuites 1.0, 3.2.5). */
    JsonObject config(JsonObject credential) {
        JsonObject rest = json.without("proofValue");
        return credential
                .get("@context")
                .map(context -> rest.with("@context", context))
                .orElse(rest);
    }

    private boolean beginsWithItsContexts(JsonObject credential) {
        List<Json> own = json.list("@context");
        List<Json> all = credential.list("@context");
        return own.size() <= all.size() && own.equals(all.subList(0, own.size()));
    }

    private boolean isNoTime(String name) {
        return json.get(name).isPresent() && time(name).isEmpty();
    }

    private Optional<Instant> time(String name) {
        return json.text(name).flatMap(Proof::parsed);
    }

    /** Without an offset it is in UTC (Data Integrity 1.0, 2.1). */
    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return local(text);
        }
    }

    private static Optional<Instant> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
