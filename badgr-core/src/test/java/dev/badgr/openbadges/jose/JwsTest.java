package dev.badgr.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsTest {
    private static final String PAYLOAD = "{\"a\":1}";

    private static VerificationKey key(KeyPair pair) {
        return VerificationKey.ofKey(pair.getPublic());
    }

    private static String byNimbus(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(new JWSHeader(algorithm), new Payload(PAYLOAD));
        jws.sign(signer);
        return jws.serialize();
    }

    @Test
    void verifiesWhatNimbusSigns() throws JOSEException {
        String rsa = byNimbus(JWSAlgorithm.RS256, new RSASSASigner(Keys.RSA.getPrivate()));
        String p256 = byNimbus(JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) Keys.P256.getPrivate()));
        String p384 = byNimbus(JWSAlgorithm.ES384, new ECDSASigner((ECPrivateKey) Keys.P384.getPrivate()));

        assertThat(Jws.parse(rsa).isSignedBy(key(Keys.RSA))).isTrue();
        assertThat(Jws.parse(p256).isSignedBy(key(Keys.P256))).isTrue();
        assertThat(Jws.parse(p384).isSignedBy(key(Keys.P384))).isTrue();
        assertThat(Jws.parse(p256).isSignedBy(key(Keys.ec("secp256r1")))).isFalse();
        assertThat(Jws.parse(rsa).payload().text()).isEqualTo(PAYLOAD);
    }

    @Test
    void nimbusVerifiesWhatTheOtherTestsSign() throws JOSEException, ParseException {
        String rsa = Tokens.signed("{'alg':'RS256'}", PAYLOAD, SignatureAlgorithm.RS256.jdk(), Keys.RSA);
        String p256 = Tokens.signed("{'alg':'ES256'}", PAYLOAD, SignatureAlgorithm.ES256.jdk(), Keys.P256);

        assertThat(JWSObject.parse(rsa).verify(new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic())))
                .isTrue();
        assertThat(JWSObject.parse(p256).verify(new ECDSAVerifier((ECPublicKey) Keys.P256.getPublic())))
                .isTrue();
    }

    /** RFC 8037, A.4. */
    @Test
    void verifiesThePublishedEd25519Signature() {
        VerificationKey key = PublicKeys.ofJwk(
                Tokens.json("{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}"));
        String jws =
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhi"
                        + "jcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assertThat(Jws.parse(jws).isSignedBy(key)).isTrue();
    }

    /** RFC 9864 names the curve. */
    @Test
    void knowsEd25519UnderBothNames() {
        assertThat(Jws.parse(Tokens.eddsa("{'alg':'EdDSA'}", PAYLOAD, Keys.ED25519))
                        .isSignedBy(key(Keys.ED25519)))
                .isTrue();
        assertThat(Jws.parse(Tokens.eddsa("{'alg':'Ed25519'}", PAYLOAD, Keys.ED25519))
                        .isSignedBy(key(Keys.ED25519)))
                .isTrue();
        assertThat(Jws.parse(Tokens.eddsa("{'alg':'Ed448'}", PAYLOAD, Keys.ED25519))
                        .isSignedBy(key(Keys.ED25519)))
                .isFalse();
    }

    @Test
    void anyChangeOfTheSignatureOrOfWhatIsSignedIsSeen() {
        String jws = Tokens.eddsa("{'alg':'EdDSA'}", PAYLOAD, Keys.ED25519);
        for (int i = 0; i < jws.length(); i++) {
            char other = jws.charAt(i) == 'A' ? 'B' : 'A';
            String changed = jws.substring(0, i) + other + jws.substring(i + 1);
            assertThat(isGood(changed)).as("character %d", i).isFalse();
        }
        assertThat(isGood(jws)).isTrue();
    }

    /** The last character of 64 bytes carries four bits that say nothing. */
    @Test
    void aSignatureCanBeWrittenInOneWayOnly() {
        String jws = Tokens.eddsa("{'alg':'EdDSA'}", PAYLOAD, Keys.ED25519);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long good = alphabet.chars()
                .filter(last -> isGood(jws.substring(0, jws.length() - 1) + (char) last))
                .count();
        assertThat(good).isEqualTo(1);
    }

    private static boolean isGood(String jws) {
        try {
            return Jws.parse(jws).isSignedBy(key(Keys.ED25519));
        } catch (Malformed e) {
            return false;
        }
    }

    @Test
    void noneIsNoAlgorithm() {
        for (String none : new String[] {"none", "None", "NONE", ""}) {
            Jws jws = Jws.parse(Tokens.unsigned("{'alg':'" + none + "'}", PAYLOAD) + ".");
            assertThat(jws.objection()).isPresent();
            assertThat(jws.isSignedBy(key(Keys.RSA))).isFalse();
        }
        assertThat(Jws.parse(Tokens.unsigned("{}", PAYLOAD) + ".").objection()).isPresent();
        assertThat(Jws.parse(Tokens.unsigned("{'alg':['RS256']}", PAYLOAD) + ".")
                        .objection())
                .isPresent();
    }

    /** The classic: the public key as the secret of an HMAC (RFC 8725, 2.1). */
    @Test
    void thePublicKeyIsNoSecret() throws JOSEException {
        String jws =
                byNimbus(JWSAlgorithm.HS256, new MACSigner(Keys.RSA.getPublic().getEncoded()));
        assertThat(Jws.parse(jws).objection()).isPresent();
        assertThat(Jws.parse(jws).isSignedBy(key(Keys.RSA))).isFalse();
    }

    @Test
    void aKeyIsForOneAlgorithmOnly() throws JOSEException {
        String pss = byNimbus(JWSAlgorithm.PS256, new RSASSASigner(Keys.RSA.getPrivate()));
        String rs512 = byNimbus(JWSAlgorithm.RS512, new RSASSASigner(Keys.RSA.getPrivate()));
        String wrong = Tokens.signed("{'alg':'RS256'}", PAYLOAD, SignatureAlgorithm.ES256.jdk(), Keys.P256);
        String sha384 = Tokens.signed("{'alg':'ES384'}", PAYLOAD, "SHA384withECDSAinP1363Format", Keys.P256);

        assertThat(Jws.parse(pss).isSignedBy(key(Keys.RSA))).isFalse();
        assertThat(Jws.parse(rs512).isSignedBy(key(Keys.RSA))).isFalse();
        assertThat(Jws.parse(wrong).isSignedBy(key(Keys.P256))).isFalse();
        assertThat(Jws.parse(sha384).isSignedBy(key(Keys.P256))).isFalse();
    }

    /** CVE-2022-21449: a signature of zeros was good for every key. */
    @Test
    void zerosAreNoSignature() {
        for (int length : new int[] {0, 1, 63, 64, 65, 96, 128}) {
            String jws = Tokens.unsigned("{'alg':'ES256'}", PAYLOAD) + "." + Base64Url.of(new byte[length]);
            assertThat(Jws.parse(jws).isSignedBy(key(Keys.P256))).isFalse();
        }
        byte[] order =
                ((ECPublicKey) Keys.P256.getPublic()).getParams().getOrder().toByteArray();
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(order, 1, 33), 64);
        System.arraycopy(order, 1, both, 32, 32);
        String jws = Tokens.unsigned("{'alg':'ES256'}", PAYLOAD) + "." + Base64Url.of(both);
        assertThat(Jws.parse(jws).isSignedBy(key(Keys.P256))).isFalse();
    }

    @Test
    void signaturesInDerAreNone() {
        String der = Tokens.signed("{'alg':'ES256'}", PAYLOAD, "SHA256withECDSA", Keys.P256);
        assertThat(Jws.parse(der).isSignedBy(key(Keys.P256))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u", "crit", "b64", "zip"})
    void theHeaderMayNotLeadElsewhere(String name) {
        String jws = Tokens.eddsa("{'alg':'EdDSA','" + name + "':'https://evil.example'}", PAYLOAD, Keys.ED25519);
        assertThat(Jws.parse(jws).objection()).isPresent();
        assertThat(Jws.parse(jws).isSignedBy(key(Keys.ED25519))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b",
                "..",
                "a..c",
                ".b.c",
                "a.b.c.d",
                "a.b=.c",
                "a.b.c==",
                "a.b c.d",
                "a.b.c\n",
                "ä.b.c",
                "e30.e30.A",
                "W10.e30.AA",
                "e31.e30.AA",
                "e30.e31.AA",
                "e30.e30.AB",
                "eyJhIjoxLCJhIjoxfQ.e30.AA"
            })
    void whatIsNoneIsSeen(String text) {
        assertThatThrownBy(() -> Jws.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLongOneIsNone() {
        String payload = Base64Url.of(new byte[600 * 1024]);
        assertThat(Jws.isOne("e30." + payload + ".AA")).isFalse();
    }

    @Test
    void showsNothingOfWhatItSays() {
        Jws jws = Jws.parse(Tokens.eddsa("{'alg':'EdDSA'}", "{\"email\":\"a@b.example\"}", Keys.ED25519));
        assertThat(jws.toString()).isEqualTo("Jws[EdDSA]");
        assertThat(jws.algorithm()).isEqualTo(Optional.of(SignatureAlgorithm.EDDSA));
        assertThat(jws.signed().text().getBytes(StandardCharsets.US_ASCII)).isNotEmpty();
    }
}
