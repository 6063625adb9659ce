package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Base64Url;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/** Public keys in the forms in which documents carry them: JWK (RFC 7517), PEM (RFC 7468) and Multikey (W3C Controlled Identifiers 1.0). Safe for use by many threads. */
public final class PublicKeys {
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LONGEST_PEM = 16_000;

    private PublicKeys() {}

    /** A key from its JWK. @throws Malformed if it is none that badgr verifies with */
    public static VerificationKey ofJwk(JsonObject jwk) {
        String type = jwk.text("kty").orElse("");
        String curve = jwk.text("crv").orElse("");
        if (jwk.has("d") || jwk.has("k")) {
            throw new Malformed("the key is a secret one");
        }
        return switch (type) {
            case "RSA" -> key("RSA", new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            case "EC" -> ec(curve, number(jwk, "x"), number(jwk, "y"));
            case "OKP" -> okp(curve, octets(jwk, "x"));
            default -> throw new Malformed("the key is of a kind that badgr does not verify with");
        };
    }

    /** A key in PEM (SubjectPublicKeyInfo). @throws Malformed if it is none that badgr verifies with */
    public static VerificationKey ofPem(String pem) {
        String body = pem.length() > LONGEST_PEM ? "" : pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
        byte[] der = decode(Base64.getMimeDecoder()::decode, body);
        for (String kind : new String[] {"RSA", "EC", "Ed25519"}) {
            try {
                return VerificationKey.ofKey(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                // Of another kind.
            } catch (IllegalArgumentException e) {
                throw new Malformed("the key is of a kind or size that badgr does not verify with");
            }
        }
        throw new Malformed("the key is no public key in PEM");
    }

    /** A key in multibase, such as {@code z6Mk..}. @throws Malformed if it is none that badgr verifies with */
    public static VerificationKey ofMultikey(String multibase) {
        if (!multibase.startsWith("z")) {
            throw new Malformed("the multikey is not in base58");
        }
        byte[] bytes = Base58.parse(multibase.substring(1));
        String code = bytes.length < 3 ? "" : HexFormat.of().formatHex(bytes, 0, 2);
        byte[] key = bytes.length < 3 ? bytes : Arrays.copyOfRange(bytes, 2, bytes.length);
        return switch (code) {
            case "ed01" -> okp("Ed25519", key);
            case "8024" -> compressed("P-256", key);
            case "8124" -> compressed("P-384", key);
            default -> throw new Malformed("the multikey is of a kind that badgr does not verify with");
        };
    }

    private static VerificationKey okp(String curve, byte[] raw) {
        if (!curve.equals("Ed25519") || raw.length != 32) {
            throw new Malformed("the key is no Ed25519 key of 32 bytes");
        }
        byte[] der = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, der, ED25519_PREFIX.length, raw.length);
        return key("Ed25519", new X509EncodedKeySpec(der));
    }

    private static VerificationKey compressed(String curve, byte[] point) {
        ECParameterSpec spec = spec(curve);
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        if (point.length != 1 + p.bitLength() / 8 || (point[0] != 2 && point[0] != 3)) {
            throw new Malformed("the key is no compressed point of its curve");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, point.length));
        BigInteger square = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(p);
        // Both primes are 3 modulo 4, so this is a root if there is one (SEC 1, 2.3.4); ec() sees whether there was.
        BigInteger root = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return ec(curve, x, root.testBit(0) == (point[0] == 3) ? root : p.subtract(root));
    }

    private static VerificationKey ec(String curve, BigInteger x, BigInteger y) {
        ECParameterSpec spec = spec(curve);
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
            throw new Malformed("the key is no point of its curve");
        }
        return key("EC", new ECPublicKeySpec(new ECPoint(x, y), spec));
    }

    private static ECParameterSpec spec(String curve) {
        String name = switch (curve) {
            case "P-256" -> "secp256r1";
            case "P-384" -> "secp384r1";
            default -> throw new Malformed("the key is on a curve that badgr does not verify with");
        };
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private static VerificationKey key(String kind, KeySpec spec) {
        try {
            PublicKey key = KeyFactory.getInstance(kind).generatePublic(spec);
            return VerificationKey.ofKey(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("the key is of a kind or size that badgr does not verify with");
        }
    }

    private static BigInteger number(JsonObject jwk, String name) {
        return new BigInteger(1, octets(jwk, name));
    }

    private static byte[] octets(JsonObject jwk, String name) {
        return jwk.text(name)
                .filter(text -> text.length() <= LONGEST_PEM)
                .map(text -> decode(Base64Url::parse, text))
                .orElseThrow(() -> new Malformed("the key lacks a part"));
    }

    private static byte[] decode(Function<String, byte[]> decoder, String text) {
        try {
            return decoder.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("the key is not in base64");
        }
    }
}
