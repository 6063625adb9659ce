package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Puts a credential into a signed token, with the claims that repeat what it says (Open Badges 3.0, 8.2.4). */
final class CredentialToken {
    private CredentialToken() {}

    static String of(JsonObject credential, IssuerIdentity issuer) {
        JsonMembers header = new JsonMembers().and("typ", "JWT").and("kid", issuer.verificationMethod());
        return SignedToken.of(header, claims(credential, issuer), issuer);
    }

    private static JsonObject claims(JsonObject credential, IssuerIdentity issuer) {
        JsonObject claims = credential
                .with("iss", Json.of(issuer.id()))
                .with("jti", text(credential, "id"))
                .with("nbf", numericDate(credential, "validFrom").orElseThrow())
                .with("sub", text(credential.object("credentialSubject").orElseThrow(), "id"));
        return numericDate(credential, "validUntil")
                .map(end -> claims.with("exp", end))
                .orElse(claims);
    }

    private static Json text(JsonObject object, String name) {
        return object.get(name).orElseThrow();
    }

    private static Optional<Json> numericDate(JsonObject credential, String name) {
        return credential
                .text(name)
                .map(time -> new Json.Numeral(Long.toString(Instant.parse(time).getEpochSecond())));
    }
}
