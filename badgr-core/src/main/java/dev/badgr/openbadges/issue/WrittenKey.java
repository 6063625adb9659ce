package dev.badgr.openbadges.issue;

import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.SignatureAlgorithm;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.Base64Url;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A public key as documents have it: PEM (RFC 7468), JWK (RFC 7517) and Multikey (W3C Controlled Identifiers 1.0). */
record WrittenKey(VerificationKey key) {
    private static final int ED25519_BYTES = 32;
    /** The multicodecs of compressed points. */
    private static final Map<SignatureAlgorithm, String> CODES = Map.of(
            SignatureAlgorithm.EDDSA, "ed01", SignatureAlgorithm.ES256, "8024", SignatureAlgorithm.ES384, "8124");

    /** @throws IllegalArgumentException for a key that Open Badges are not signed with */
    static WrittenKey of(PublicKey key) {
        return new WrittenKey(VerificationKey.ofKey(key));
    }

    String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.key().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    JsonObject jwk() {
        if (key.key() instanceof RSAPublicKey rsa) {
            return JsonMembers.of("kty", "RSA")
                    .and("n", Base64Url.of(magnitude(rsa.getModulus())))
                    .and("e", Base64Url.of(magnitude(rsa.getPublicExponent())))
                    .object();
        } else if (key.key() instanceof ECPublicKey ec) {
            int bytes = coordinateBytes(ec);
            return JsonMembers.of("kty", "EC")
                    .and("crv", key.algorithm() == SignatureAlgorithm.ES256 ? "P-256" : "P-384")
                    .and("x", Base64Url.of(padded(ec.getW().getAffineX(), bytes)))
                    .and("y", Base64Url.of(padded(ec.getW().getAffineY(), bytes)))
                    .object();
        }
        return JsonMembers.of("kty", "OKP")
                .and("crv", "Ed25519")
                .and("x", Base64Url.of(ed25519()))
                .object();
    }

    /** Whether there is a Multikey of its kind. */
    boolean hasMultikey() {
        return CODES.containsKey(key.algorithm());
    }

    String multikey() {
        String code = CODES.get(key.algorithm());
        if (code == null) {
            throw new IllegalStateException("an RSA key has no multikey here");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(code));
        bytes.writeBytes(key.key() instanceof ECPublicKey ec ? compressed(ec) : ed25519());
        return "z" + Base58.of(bytes.toByteArray());
    }

    /** A key in a DID document. */
    JsonObject verificationMethod(String id, String controller) {
        JsonMembers method = JsonMembers.of("id", id);
        return hasMultikey()
                ? method.and("type", "Multikey")
                        .and("controller", controller)
                        .and("publicKeyMultibase", multikey())
                        .object()
                : method.and("type", "JsonWebKey")
                        .and("controller", controller)
                        .and("publicKeyJwk", (Json) jwk())
                        .object();
    }

    /** The end of its SubjectPublicKeyInfo (RFC 8410, 4). */
    private byte[] ed25519() {
        byte[] der = key.key().getEncoded();
        return Arrays.copyOfRange(der, der.length - ED25519_BYTES, der.length);
    }

    private static byte[] compressed(ECPublicKey ec) {
        int bytes = coordinateBytes(ec);
        byte[] point = new byte[1 + bytes];
        point[0] = (byte) (ec.getW().getAffineY().testBit(0) ? 3 : 2);
        System.arraycopy(padded(ec.getW().getAffineX(), bytes), 0, point, 1, bytes);
        return point;
    }

    private static int coordinateBytes(ECPublicKey ec) {
        return ec.getParams().getCurve().getField().getFieldSize() / Byte.SIZE;
    }

    private static byte[] magnitude(BigInteger number) {
        return padded(number, (number.bitLength() + Byte.SIZE - 1) / Byte.SIZE);
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[length];
        int copied = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - copied, bytes, length - copied, copied);
        return bytes;
    }
}
