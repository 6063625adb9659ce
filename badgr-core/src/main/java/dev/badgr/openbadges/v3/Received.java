package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credential in the form in which it came.
 *
 * @param document the credential
 * @param jwt what it was signed with, if it came as a JWT
 */
record Received(JsonObject document, Optional<Jwt> jwt) {
    private static final List<String> CLAIMS = List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "vc");

    /**
     * A JWT.
     *
     * @param jws its signature
     * @param claims what was signed
     */
    record Jwt(Jws jws, JsonObject claims) {}

    /** Takes the credential out of a JWT, and writes it down if there is none. */
    static Optional<Received> of(Jws jws, Verification verification) {
        try {
            JsonObject claims = JsonReader.object(jws.payload().toArray());
            return Optional.of(new Received(document(claims), Optional.of(new Jwt(jws, claims))));
        } catch (Malformed e) {
            verification.findings().fail(CheckName.PARSE, "what the JWT signs " + e.reason(), "OB 3.0, 8.2.4.1");
            return Optional.empty();
        }
    }

    /** Reads what was fetched: JSON, or a JWT as text. */
    static Optional<Received> of(byte[] content, Verification verification) {
        String text = new String(content, StandardCharsets.UTF_8).strip();
        try {
            return Jws.isOne(text)
                    ? of(Jws.parse(text), verification)
                    : Optional.of(new Received(JsonReader.object(content), Optional.empty()));
        } catch (Malformed e) {
            verification.findings().fail(CheckName.PARSE, "it " + e.reason(), "OB 3.0, 5");
            return Optional.empty();
        }
    }

    /** In the second data model the claims stand beside the credential, in the first it is one of them (VCDM 1.1, 6.3.1). */
    private static JsonObject document(JsonObject claims) {
        if (claims.object("vc").isPresent()) {
            return completed(claims.object("vc").get(), claims);
        }
        JsonObject document = claims;
        for (String claim : CLAIMS) {
            document = document.without(claim);
        }
        return document;
    }

    private static JsonObject completed(JsonObject vc, JsonObject claims) {
        JsonObject document = with(vc, "issuer", claims.text("iss"));
        document = with(document, "id", claims.text("jti"));
        return with(document, "issuanceDate", JwtClaims.moment(claims, "nbf").map(Instant::toString));
    }

    private static JsonObject with(JsonObject document, String name, Optional<String> claim) {
        return claim.isEmpty() || document.has(name) ? document : document.with(name, Json.of(claim.get()));
    }
}
