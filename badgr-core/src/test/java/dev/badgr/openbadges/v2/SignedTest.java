package dev.badgr.openbadges.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed assertions: the key counts only if the issuer's own profile names it. */
class SignedTest {
    private static final String LIST = "https://issuer.example/revoked";

    private final Site site = Signer.RSA.site();

    static List<Signer> signers() {
        return List.of(Signer.RSA, Signer.EC, Signer.ED);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void aSignedBadgeIsValidToTheLetter(Signer signer) {
        Verified verified = signer.site().verifier(VerificationPolicy.STRICT).verify(signer.sign(Signer.payload()));
        assertThat(verified.report().findings()).isEmpty();
        assertThat(verified.report().isProven()).isTrue();
        assertThat(verified.report().isIssuerBound()).isTrue();
        assertThat(verified.credential().orElseThrow().narrative()).contains("Printed a gear.");
    }

    @Test
    void withoutACreatorEachKeyOfTheIssuerIsTried() {
        Site two = site.put(
                Site.ISSUER,
                Site.issuer()
                        .with(
                                "publicKey",
                                new Json.Array(List.of(
                                        Signer.OTHER.document(Site.ISSUER).without("id"), Json.of(Signer.KEY)))));
        JsonObject free = Signer.payload().with("verification", Site.read("{'type': 'signed'}"));
        assertThat(verify(two, Signer.RSA.sign(free)).report().verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aKeyMayBeAJwk() {
        String jwk = new RSAKey.Builder((RSAPublicKey) Signer.RSA.keys().getPublic())
                .build()
                .toJSONString();
        JsonObject document = Site.read("{'id': 'https://issuer.example/key'}").with("publicKeyJwk", Site.read(jwk));
        assertThat(verify(site.put(Signer.KEY, document), Signer.RSA.sign(Signer.payload()))
                        .report()
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void theKeyOfAnotherCountsForNothing() {
        String evil = "https://evil.example/key";
        site.put(evil, Signer.OTHER.document("https://evil.example/profile").with("id", Json.of(evil)));
        JsonObject naming =
                Signer.payload().with("verification", Site.read("{'type': 'signed', 'creator': '" + evil + "'}"));
        Verified verified = verify(site, Signer.OTHER.sign(naming));
        assertThat(Site.status(verified, CheckName.PROOF))
                .as("the signature itself is good")
                .contains(Status.PASS);
        assertThat(Site.status(verified, CheckName.VERIFICATION_METHOD)).contains(Status.FAIL);
        assertThat(Site.status(verified, CheckName.ISSUER_BINDING)).contains(Status.FAIL);
        Verified plain = verify(site, Signer.OTHER.sign(Signer.payload()));
        assertThat(Site.status(plain, CheckName.PROOF)).contains(Status.FAIL);
        assertThat(plain.report().isIssuerBound()).isFalse();
    }

    @Test
    void whatTheBadgeSaysAboutItsIssuersKeysDoesNotCount() {
        JsonObject issuer = Site.issuer().with("publicKey", Signer.OTHER.document(Site.ISSUER));
        JsonObject forged = Signer.payload().with("badge", Site.badge().with("issuer", issuer));
        Verified verified = verify(site, Signer.OTHER.sign(forged));
        assertThat(verified.report().verdict()).isEqualTo(Verdict.INVALID);
        site.put(Site.ISSUER, new Fetched.Unavailable("it took too long"));
        assertThat(verify(site, Signer.OTHER.sign(forged)).report().verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void aKeyThatSaysItIsAnothersIsNotTheIssuers() {
        site.put(Signer.KEY, Signer.RSA.document("https://other.example/profile"));
        Verified verified = verify(site, Signer.RSA.sign(Signer.payload()));
        assertThat(Site.status(verified, CheckName.VERIFICATION_METHOD)).contains(Status.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{}",
                "{\"alg\":\"RS512\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"RS256\",\"jku\":\"https://evil.example/keys\"}",
                "{\"alg\":\"RS256\",\"x5u\":\"https://evil.example/keys\"}",
                "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"RS256\",\"b64\":false}"
            })
    void noHeaderTalksTheVerifierIntoAnything(String header) {
        Verified verified = verify(site, Signer.RSA.sign(header, Signer.payload()));
        assertThat(Site.status(verified, CheckName.PROOF)).contains(Status.FAIL);
    }

    @Test
    void aKeyInTheHeaderIsNotLookedAt() {
        String jwk = new RSAKey.Builder((RSAPublicKey) Signer.OTHER.keys().getPublic())
                .build()
                .toJSONString();
        Verified verified = verify(
                site, Signer.OTHER.sign("{\"alg\":\"RS256\",\"kid\":\"x\",\"jwk\":" + jwk + "}", Signer.payload()));
        assertThat(Site.status(verified, CheckName.PROOF)).contains(Status.FAIL);
    }

    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        String signed = Signer.base64("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + Signer.base64(JsonWriter.bytes(Signer.payload()));
        for (byte[] secret : List.of(
                Signer.RSA.pem().getBytes(StandardCharsets.UTF_8),
                Signer.RSA.keys().getPublic().getEncoded())) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String token = signed + "." + Signer.base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            assertThat(Site.status(verify(site, token), CheckName.PROOF)).contains(Status.FAIL);
        }
    }

    @Test
    void whatIsToBeSignedButIsNotIsInvalid() {
        assertThat(Site.status(site.verify(Signer.payload()), CheckName.PROOF)).contains(Status.FAIL);
    }

    @Test
    void anUnreachableKeyLeavesItOpen() {
        site.put(Signer.KEY, new Fetched.Unavailable("it took too long"));
        Verified verified = verify(site, Signer.RSA.sign(Signer.payload()));
        assertThat(verified.report().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verified.report().isProven()).isFalse();
    }

    @Test
    void theRevocationListTakesABadgeBack() {
        String id = Signer.payload().text("id").orElseThrow();
        assertThat(listed("['" + id + "']")).contains(Status.FAIL);
        assertThat(listed("[{'id': '" + id + "', 'revocationReason': 'Cheated'}]"))
                .contains(Status.FAIL);
        assertThat(listed("[{'id': '" + id + "', 'revoked': false}, 'urn:x', 5]"))
                .contains(Status.PASS);
        assertThat(listed("[{'uid': 'abc'}]")).contains(Status.PASS);
        JsonObject old = Signer.payload().with("uid", Json.of("abc"));
        Verified verified = verify(site, Signer.RSA.sign(old));
        assertThat(Site.status(verified, CheckName.REVOKED))
                .as("by its legacy uid")
                .contains(Status.FAIL);
    }

    @Test
    void aListThatCantBeHadLeavesItOpen() {
        site.put(Site.ISSUER, profile()).put(LIST, new Fetched.Missing(404));
        Verified verified = verify(site, Signer.RSA.sign(Signer.payload()));
        assertThat(Site.status(verified, CheckName.STATUS)).contains(Status.UNKNOWN);
        assertThat(verified.report().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aBadgeClassOfItsOwnTakesNoIdOfAnother() {
        JsonObject badge = Site.badge().with("id", Json.of("https://other.example/badges/1"));
        Verified verified = verify(site, Signer.RSA.sign(Signer.payload().with("badge", badge)));
        assertThat(Site.status(verified, CheckName.SCOPE)).contains(Status.FAIL);
    }

    @Test
    void before20TheKeyLiesBesideTheProfile() {
        JsonObject old = Site.read("""
                {'uid': 'abc', 'recipient': {'type': 'email', 'hashed': 'false', 'identity': 'ana@school.example'},
                 'badge': 'https://issuer.example/badges/5', 'issuedOn': 1588741689,
                 'verify': {'type': 'signed', 'url': 'https://issuer.example/key'}}
                """);
        Bytes pem = Bytes.of(Signer.RSA.pem());
        site.put(Site.ISSUER, Site.issuer())
                .put(Signer.KEY, new Fetched.Document(URI.create(Signer.KEY), Optional.empty(), pem));
        Verified verified = verify(site, Signer.RSA.sign(old));
        assertThat(verified.report().verdict()).isEqualTo(Verdict.WARN);
        assertThat(verified.report().isProven()).isTrue();
        JsonObject elsewhere = old.with("verify", Site.read("{'type': 'signed', 'url': 'https://evil.example/key'}"));
        site.put("https://evil.example/key", new Fetched.Document(URI.create(Signer.KEY), Optional.empty(), pem));
        assertThat(verify(site, Signer.RSA.sign(elsewhere)).report().verdict()).isEqualTo(Verdict.INVALID);
    }

    private Optional<Status> listed(String entries) {
        site.put(Site.ISSUER, profile())
                .put(LIST, Site.read("{'type': 'RevocationList', 'revokedAssertions': " + entries + "}"));
        return Site.status(verify(site, Signer.RSA.sign(Signer.payload())), CheckName.REVOKED);
    }

    private static JsonObject profile() {
        return Site.issuer().with("publicKey", Json.of(Signer.KEY)).with("revocationList", Json.of(LIST));
    }

    private static Verified verify(Site site, String token) {
        return site.verifier(VerificationPolicy.LENIENT).verify(token);
    }
}
