package dev.badgr.openbadges.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Tokens as Nimbus judges them; the arithmetic of Ed25519, which it leaves to others, as Bouncy Castle does it. */
final class OtherJose {
    private OtherJose() {}

    /** What a token says, once it is verified. */
    static JsonObject payload(String token, PublicKey key) {
        assertThat(verifies(token, key)).as(token).isTrue();
        return payload(token);
    }

    static JsonObject payload(String token) {
        return JsonReader.object(parsed(token).getPayload().toBytes());
    }

    static JsonObject header(String token) {
        return JsonReader.object(parsed(token).getHeader().toString().getBytes(StandardCharsets.UTF_8));
    }

    static boolean verifies(String token, PublicKey key) {
        JWSObject jws = parsed(token);
        try {
            boolean nimbusCan = key instanceof RSAPublicKey || key instanceof ECPublicKey;
            return nimbusCan ? jws.verify(verifier(key)) : ed25519(jws, key);
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Each byte of the signature, and each member of the payload. */
    static void refusesAnyChangeOf(String token, PublicKey key) {
        assertThat(verifies(token, key)).isTrue();
        String[] parts = token.split("\\.");
        byte[] signature = parsed(token).getSignature().decode();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            String tampered = parts[0] + "." + parts[1] + "." + Base64Url.of(changed);
            assertThat(verifies(tampered, key)).as("byte " + i).isFalse();
        }
        JsonObject payload = payload(token);
        payload.members()
                .keySet()
                .forEach(name -> assertThat(verifies(changed(parts, payload.without(name)), key))
                        .as("without " + name)
                        .isFalse());
        assertThat(verifies(changed(parts, payload.with("more", Json.of("x"))), key))
                .isFalse();
    }

    private static String changed(String[] parts, JsonObject payload) {
        return parts[0] + "." + Base64Url.of(JsonWriter.bytes(payload)) + "." + parts[2];
    }

    private static JWSVerifier verifier(PublicKey key) throws JOSEException {
        return key instanceof RSAPublicKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECPublicKey) key);
    }

    private static boolean ed25519(JWSObject jws, PublicKey key) {
        assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
        byte[] der = key.getEncoded();
        Ed25519Signer judge = new Ed25519Signer();
        judge.init(false, new Ed25519PublicKeyParameters(Arrays.copyOfRange(der, der.length - 32, der.length)));
        byte[] signed = jws.getSigningInput();
        judge.update(signed, 0, signed.length);
        return judge.verifySignature(jws.getSignature().decode());
    }

    private static JWSObject parsed(String token) {
        try {
            return JWSObject.parse(token);
        } catch (ParseException e) {
            throw new AssertionError(token, e);
        }
    }
}
