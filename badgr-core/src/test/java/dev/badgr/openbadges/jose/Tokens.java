package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;

/** JWS for tests, also such as nobody should make. */
public final class Tokens {
    private Tokens() {}

    /** A header in single quotes, a payload, and the signature of the key by the algorithm of the JDK. */
    public static String signed(String header, String payload, String algorithm, KeyPair key) {
        String signed = unsigned(header, payload);
        return signed + "."
                + Base64Url.of(Keys.sign(algorithm, key.getPrivate(), signed.getBytes(StandardCharsets.US_ASCII)));
    }

    public static String eddsa(String header, String payload, KeyPair key) {
        return signed(header, payload, "Ed25519", key);
    }

    public static String unsigned(String header, String payload) {
        return encode(header.replace('\'', '"')) + "." + encode(payload);
    }

    public static String encode(String text) {
        return Base64Url.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON with single quotes. */
    public static JsonObject json(String text) {
        return JsonReader.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
