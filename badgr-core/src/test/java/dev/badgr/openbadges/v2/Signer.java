package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Signs assertions as an issuer does. */
public record Signer(KeyPair keys, String jose, String jdk) {
    public static final String KEY = "https://issuer.example/key";

    /** RS256, as nearly all issuers have it. */
    public static final Signer RSA = of("RSA", 2048, "RS256", "SHA256withRSA");

    static final Signer EC = of("EC", 256, "ES256", "SHA256withECDSAinP1363Format");
    static final Signer ED = of("Ed25519", 255, "EdDSA", "Ed25519");

    /** Somebody else's. */
    public static final Signer OTHER = of("RSA", 2048, "RS256", "SHA256withRSA");

    private static Signer of(String kind, int size, String jose, String jdk) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (!kind.equals("Ed25519")) {
                generator.initialize(size);
            }
            return new Signer(generator.generateKeyPair(), jose, jdk);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String sign(JsonObject payload) {
        return sign("{\"alg\":\"" + jose + "\"}", payload);
    }

    public String sign(String header, JsonObject payload) {
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(JsonWriter.bytes(payload));
        return signed + "." + base64(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            Signature signature = Signature.getInstance(jdk);
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key's document. */
    public JsonObject document(String owner) {
        return Site.read("{'@context': 'https://w3id.org/openbadges/v2', 'type': 'CryptographicKey'}")
                .with("id", Json.of(KEY))
                .with("owner", Json.of(owner))
                .with("publicKeyPem", Json.of(pem()));
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An assertion to sign. */
    public static JsonObject payload() {
        return Site.assertion()
                .with("id", Json.of("urn:uuid:6deb4a00-ebce-4b28-8cc2-afa705ef7be4"))
                .with("verification", Site.read("{'type': 'SignedBadge', 'creator': '" + KEY + "'}"));
    }

    /** A web whose issuer names the key. */
    public Site site() {
        return new Site()
                .put(Site.ISSUER, Site.issuer().with("publicKey", Json.of(KEY)))
                .put(KEY, document(Site.ISSUER));
    }
}
