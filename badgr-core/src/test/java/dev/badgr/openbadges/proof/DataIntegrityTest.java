package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.fixture.Race;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataIntegrityTest {
    private static final JsonObject BADGE = Proofs.badge();
    private static final JsonObject SIGNED = Proofs.signed(BADGE);

    @Test
    void whatIsSignedVerifiesAndSaysWhoseKeyItWas() {
        Verification verification = new Verification(VerificationPolicy.STRICT, Proofs.NOW, Fetcher.none());

        List<DataIntegrity.Judged> judged = DataIntegrity.verify(SIGNED, verification, "assertionMethod");

        String controller = Proofs.METHOD.substring(0, Proofs.METHOD.indexOf('#'));
        assertThat(judged)
                .containsExactly(new DataIntegrity.Judged(
                        Status.PASS,
                        Optional.of(Proofs.METHOD),
                        Optional.of(VerificationKey.ofKey(Proofs.KEY.getPublic())),
                        Optional.of(controller)));
        assertThat(verification.findings().report(Optional.empty()).findings()).isEmpty();
    }

    @Test
    void manyThreadsVerifyAtOnce() {
        for (int round = 0; round < 5; round++) {
            SafeJsonLd cold = new SafeJsonLd(Contexts.BUNDLED);
            List<Optional<Status>> all = Race.of(
                    16,
                    i -> Proofs.report(i % 4 == 0 ? SIGNED.with("name", Json.of("x")) : SIGNED, cold::expand)
                            .status(CheckName.PROOF));
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i)).contains(i % 4 == 0 ? Status.FAIL : Status.PASS);
            }
        }
    }

    @Test
    void theRestOfACredentialStaysAsItWas() {
        assertThat(SIGNED.without("proof")).isEqualTo(BADGE);
    }

    @Test
    void nothingIsSignedThatVerifiersWouldRefuse() {
        assertThatThrownBy(() -> Proofs.signed(BADGE.with("addition", Json.of("x"))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("addition");
    }

    @ParameterizedTest
    @CsvSource({
        "p256, SHA-256, 3a8a522f689025727fb9d1f0fa99a618da023e8494ac74f51015d009d35abc2e"
                + "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        "p384, SHA-384, e32805a26492eac777aa7a138f6d8da3c74e0c7be7b296dcaccf97420c3b92eaad7be6449ca565e165031567f5c7cbc1"
                + "8bf6e01df72c5b62f91b685231915ac4b8c58ea95f002c6b8f6bfafa1b251df476b56b8e01518e317dab099d3ecbff96"
    })
    void whatIsSignedIsWhatThePublishedVectorsSay(String name, String hash, String combined) {
        JsonObject good = Proofs.resource("ecdsa/" + name + ".json");
        byte[] config = hash(
                hash,
                proofs(good)
                        .get(0)
                        .without("proofValue")
                        .with("@context", good.get("@context").orElseThrow()));

        assertThat(HexFormat.of().formatHex(Hashes.joined(config, hash(hash, good.without("proof")))))
                .isEqualTo(combined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p256", "p384"})
    void ellipticCurves(String name) {
        Report report = Proofs.report(Proofs.resource("ecdsa/" + name + ".json"), TestContexts.EXPANDER);

        assertThat(report.status(CheckName.PROOF)).contains(Status.PASS);
        assertThat(report.status(CheckName.VERIFICATION_METHOD)).contains(Status.PASS);
    }

    @Test
    void aSelectionOfItsHolder() {
        assertThat(Proofs.proof(Proofs.resource("ecdsa/selective.json"))).contains(Status.PASS);
    }

    @Test
    void withoutAProofThereIsNothingToRelyOn() {
        assertThat(Proofs.proof(BADGE)).contains(Status.FAIL);
        assertThat(Proofs.proof(BADGE.with("proof", new Json.Array(List.of())))).contains(Status.FAIL);
        assertThat(Proofs.proof(BADGE.with("proof", Json.of("x")))).contains(Status.FAIL);
    }

    @Test
    void eachProofOfASetMustBeGood() {
        JsonObject twice = Proofs.signed(SIGNED);
        JsonObject other = proofs(twice).get(1);

        assertThat(proofs(twice)).hasSize(2);
        assertThat(Proofs.proof(twice)).contains(Status.PASS);
        assertThat(Proofs.proof(with(SIGNED, other.with("created", Json.of("2025-01-01T00:00:00Z")))))
                .contains(Status.FAIL);
    }

    @Test
    void anUnknownKindIsAWarningBesideAGoodProofAndUndecidedAlone() {
        JsonObject unknown = proofs(SIGNED).get(0).with("cryptosuite", Json.of("bbs-2023"));

        assertThat(Proofs.proof(with(SIGNED, unknown))).contains(Status.WARN);
        assertThat(Proofs.proof(BADGE.with("proof", unknown))).contains(Status.UNKNOWN);
    }

    @Test
    void elevenProofsAreTooMany() {
        JsonObject many = SIGNED;
        for (int i = 0; i < 10; i++) {
            many = with(many, proofs(SIGNED).get(0));
        }
        assertThat(Proofs.proof(many)).contains(Status.FAIL);
    }

    @Test
    void aChainNeedsItsLinks() {
        JsonObject lonely = proofs(SIGNED).get(0).with("previousProof", Json.of("urn:uuid:not-there"));

        assertThat(Proofs.proof(BADGE.with("proof", lonely))).contains(Status.FAIL);
        JsonObject itself = lonely.with("id", Json.of("urn:uuid:not-there"));
        assertThat(Proofs.proof(BADGE.with("proof", itself))).contains(Status.FAIL);
    }

    @Test
    void aProofMayEnd() {
        assertThat(Proofs.proof(resigned("expires", "2026-01-01T00:00:01Z"))).contains(Status.PASS);
        assertThat(Proofs.proof(resigned("expires", "2026-01-01T00:00:00Z"))).contains(Status.FAIL);
        assertThat(Proofs.proof(resigned("expires", "2026-01-01T00:00:00"))).contains(Status.FAIL);
        assertThat(Proofs.proof(resigned("expires", "tomorrow"))).contains(Status.FAIL);
    }

    @Test
    void aProofFromTheFutureIsAWarningAndStrictlyAFailure() {
        JsonObject future = resigned("created", "2026-01-01T00:01:01Z");

        assertThat(Proofs.proof(future)).contains(Status.WARN);
        assertThat(Proofs.report(future, LinkedData::expand, VerificationPolicy.STRICT)
                        .status(CheckName.PROOF))
                .contains(Status.FAIL);
    }

    @Test
    void aProofForAnotherPurposeProvesNothing() {
        assertThat(Proofs.proof(resigned("proofPurpose", "authentication"))).contains(Status.FAIL);
    }

    @Test
    void aProofMayNotBringContextsOfItsOwn() {
        JsonObject proof = proofs(SIGNED).get(0);
        Json contexts = BADGE.get("@context").orElseThrow();
        Json others = Json.of(List.of("https://w3id.org/security/data-integrity/v2"));

        assertThat(Proofs.proof(BADGE.with("proof", proof.with("@context", contexts))))
                .contains(Status.PASS);
        assertThat(Proofs.proof(BADGE.with("proof", proof.with("@context", others))))
                .contains(Status.FAIL);
    }

    @Test
    void anotherKeyIsNoGood() {
        KeyPair other = Proofs.key();
        JsonObject proof = proofs(SIGNED).get(0).with("verificationMethod", Json.of(Proofs.method(other)));

        assertThat(Proofs.proof(BADGE.with("proof", proof))).contains(Status.FAIL);
    }

    @Test
    void aKeyThatCanNotBeHadLeavesTheProofUndecided() {
        JsonObject proof = proofs(SIGNED).get(0).with("verificationMethod", Json.of("did:web:school.example#key-1"));
        Report report = Proofs.report(BADGE.with("proof", proof));

        assertThat(report.status(CheckName.VERIFICATION_METHOD)).contains(Status.UNKNOWN);
        assertThat(report.status(CheckName.PROOF)).contains(Status.UNKNOWN);
    }

    @Test
    void aKeyOfAnotherKindIsNoKeyForTheProof() {
        JsonObject good = Proofs.resource("ecdsa/p256.json");
        JsonObject proof = proofs(good).get(0).with("cryptosuite", Json.of("eddsa-rdfc-2022"));
        Report report = Proofs.report(good.with("proof", proof), TestContexts.EXPANDER);

        assertThat(report.status(CheckName.VERIFICATION_METHOD)).contains(Status.FAIL);
        assertThat(report.isProven()).isFalse();
    }

    @Test
    void aProofThatOnlyItsHolderShouldHaveIsNone() {
        JsonObject good = Proofs.resource("ecdsa/selective.json");
        JsonObject proof = proofs(good).get(0).with("proofValue", Json.of("u2V0AhVhA"));

        assertThat(Proofs.proof(good.with("proof", proof))).contains(Status.FAIL);
    }

    private static List<JsonObject> proofs(JsonObject credential) {
        return credential.objects("proof");
    }

    private static JsonObject with(JsonObject credential, JsonObject proof) {
        List<Json> all = new ArrayList<>(credential.list("proof"));
        all.add(proof);
        return credential.with("proof", new Json.Array(all));
    }

    /** Signed with another option. */
    private static JsonObject resigned(String option, String value) {
        JsonObject options = proofs(SIGNED).get(0).without("proofValue").with(option, Json.of(value));
        byte[] signed = Hashes.joined(hash("SHA-256", Proof.of(options).config(BADGE)), hash("SHA-256", BADGE));
        String signature = "z" + Base58.of(Proofs.sign(Proofs.KEY, signed));
        return BADGE.with("proof", options.with("proofValue", Json.of(signature)));
    }

    private static byte[] hash(String algorithm, JsonObject document) {
        LinkedData.Expanded expanded = (LinkedData.Expanded) TestContexts.EXPANDER.expand(document);
        return Hashes.of(algorithm, expanded.statements().canonical(algorithm));
    }
}
