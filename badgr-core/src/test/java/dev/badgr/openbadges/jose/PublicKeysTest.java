package dev.badgr.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Base64Url;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {
    private static final String ED25519 = "z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu";
    private static final String X = "'x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'";

    private static PublicKey ofJwk(String jwk) {
        return PublicKeys.ofJwk(Tokens.json(jwk)).key();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void readsTheJwksOfNimbus() {
        KeyPair rsa = Keys.RSA;
        assertThat(ofJwk(new RSAKey.Builder((RSAPublicKey) rsa.getPublic())
                        .build()
                        .toJSONString()))
                .isEqualTo(rsa.getPublic());
        assertThat(ofJwk(new ECKey.Builder(Curve.P_256, (ECPublicKey) Keys.P256.getPublic())
                        .build()
                        .toJSONString()))
                .isEqualTo(Keys.P256.getPublic());
        assertThat(ofJwk(new ECKey.Builder(Curve.P_384, (ECPublicKey) Keys.P384.getPublic())
                        .build()
                        .toJSONString()))
                .isEqualTo(Keys.P384.getPublic());
    }

    @Test
    void readsEachKindInPem() {
        for (KeyPair pair : new KeyPair[] {Keys.RSA, Keys.P256, Keys.P384, Keys.ED25519}) {
            assertThat(PublicKeys.ofPem(pem(pair.getPublic())).key()).isEqualTo(pair.getPublic());
            assertThat(PublicKeys.ofPem(pem(pair.getPublic()).replace("\n", "\r\n"))
                            .key())
                    .isEqualTo(pair.getPublic());
        }
    }

    /** The did:key Method 1.0, test vectors. */
    @Test
    void readsThePublishedMultikeys() {
        assertThat(PublicKeys.ofMultikey(ED25519))
                .isEqualTo(PublicKeys.ofJwk(Tokens.json("{'kty':'OKP','crv':'Ed25519','x':'" + x(ED25519) + "'}")));
        assertThat(PublicKeys.ofMultikey("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")
                        .algorithm())
                .isEqualTo(SignatureAlgorithm.ES256);
        assertThat(PublicKeys.ofMultikey("z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9")
                        .algorithm())
                .isEqualTo(SignatureAlgorithm.ES384);
    }

    private static String x(String multikey) {
        byte[] bytes = Base58.parse(multikey.substring(1));
        return Base64Url.of(Arrays.copyOfRange(bytes, 2, bytes.length));
    }

    @Test
    void aCompressedPointIsThatPoint() {
        for (int i = 0; i < 20; i++) {
            KeyPair p256 = Keys.ec("secp256r1");
            KeyPair p384 = Keys.ec("secp384r1");
            assertThat(PublicKeys.ofMultikey(compressed("8024", (ECPublicKey) p256.getPublic(), 32))
                            .key())
                    .isEqualTo(p256.getPublic());
            assertThat(PublicKeys.ofMultikey(compressed("8124", (ECPublicKey) p384.getPublic(), 48))
                            .key())
                    .isEqualTo(p384.getPublic());
        }
    }

    private static String compressed(String code, ECPublicKey key, int length) {
        byte[] x = key.getW().getAffineX().toByteArray();
        byte[] bytes = new byte[3 + length];
        System.arraycopy(HexFormat.of().parseHex(code), 0, bytes, 0, 2);
        bytes[2] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        int from = Math.max(0, x.length - length);
        System.arraycopy(x, from, bytes, bytes.length - (x.length - from), x.length - from);
        return "z" + Base58.of(bytes);
    }

    @Test
    void shortAndOddRsaKeysAreNone() {
        assertMalformed(() -> PublicKeys.ofPem(pem(Keys.rsa(1024).getPublic())));
        String n =
                Base64Url.of(((RSAPublicKey) Keys.RSA.getPublic()).getModulus().toByteArray());
        for (String e : new String[] {"AA", "AQ", "Ag", "BA", Base64Url.of(filled(9)), Base64Url.of(filled(256))}) {
            assertMalformed(() -> ofJwk("{'kty':'RSA','n':'" + n + "','e':'" + e + "'}"));
        }
        String huge = Base64Url.of(filled(8192 / 8 + 1));
        assertMalformed(() -> ofJwk("{'kty':'RSA','n':'" + huge + "','e':'AQAB'}"));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x7f);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kty':'oct','k':'AAAA'}",
                "{'kty':'EC','crv':'P-256'}",
                "{'kty':'EC','crv':'P-256','x':'AQ','y':'AQ'}",
                "{'kty':'EC','crv':'P-256','x':'AA','y':'AA'}",
                "{'kty':'EC','crv':'secp256k1','x':'AQ','y':'AQ'}",
                "{'kty':'EC','crv':'P-521','x':'AQ','y':'AQ'}",
                "{'kty':'OKP','crv':'X25519'," + X + "}",
                "{'kty':'OKP','crv':'Ed448'," + X + "}",
                "{'kty':'OKP','crv':'Ed25519','x':'AQ'}",
                "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo='}",
                "{'kty':'OKP','crv':'Ed25519'," + X + ",'d':'AQ'}",
                "{'kty':'OKP','crv':'Ed25519','x':5}",
                "{'kty':5}"
            })
    void whatIsNoPublicKeyIsSeen(String jwk) {
        assertMalformed(() -> ofJwk(jwk));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "z",
                "z1",
                "m6Mkm",
                "u7QE",
                "z6Mkm",
                "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
                "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
                "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU216"
            })
    void whatIsNoMultikeyIsSeen(String multikey) {
        assertMalformed(() -> PublicKeys.ofMultikey(multikey));
    }

    /** Half of all x have no y. */
    @Test
    void aPointThatIsNotOnItsCurveIsNone() {
        int none = 0;
        for (int i = 1; i <= 40; i++) {
            byte[] bytes = new byte[35];
            System.arraycopy(HexFormat.of().parseHex("802402"), 0, bytes, 0, 3);
            bytes[34] = (byte) i;
            String multikey = "z" + Base58.of(bytes);
            try {
                PublicKeys.ofMultikey(multikey);
            } catch (Malformed e) {
                none++;
            }
        }
        assertThat(none).isBetween(5, 35);
    }

    @Test
    void whatIsNoPemIsSeen() {
        assertMalformed(() -> PublicKeys.ofPem(""));
        assertMalformed(() -> PublicKeys.ofPem("-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----"));
        assertMalformed(() -> PublicKeys.ofPem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"));
        assertMalformed(() -> PublicKeys.ofPem("A".repeat(100_000)));
    }

    private static void assertMalformed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Malformed.class);
    }
}
