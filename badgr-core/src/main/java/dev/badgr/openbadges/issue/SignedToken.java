package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Base64Url;
import java.nio.charset.StandardCharsets;

/** Makes JSON Web Signatures in their compact form (RFC 7515, 3.1). */
final class SignedToken {
    private SignedToken() {}

    /** Signs a payload under a header that has everything but the algorithm. */
    static String of(JsonMembers header, JsonObject payload, IssuerIdentity issuer) {
        String algorithm = issuer.algorithm().jose();
        String signed = part(header.and("alg", algorithm).object()) + "." + part(payload);
        byte[] signature = issuer.signer().sign(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64Url.of(signature);
    }

    private static String part(JsonObject json) {
        return Base64Url.of(JsonWriter.bytes(json));
    }
}
