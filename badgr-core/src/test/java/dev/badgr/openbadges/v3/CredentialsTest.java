package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.jose.Keys;
import dev.badgr.openbadges.jose.Tokens;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.Base64Url;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private final Badges badges = new Badges();

    @Test
    void aSignedBadgeIsValidAndItsIssuers() {
        Report report = badges.signed(Badges.badge());
        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.isProven()).isTrue();
        assertThat(report.isIssuerBound()).isTrue();
        badges.policy = VerificationPolicy.STRICT;
        assertThat(badges.signed(Badges.badge()).findings()).isEmpty();
    }

    @Test
    void soIsABadgeWithAProofInIt() {
        Report report = badges.document(Badges.proven(Badges.badge(), Badges.KEY));
        assertThat(report.findings()).isEmpty();
        assertThat(report.isIssuerBound()).isTrue();
        assertThat(report.isProven()).isTrue();
    }

    @Test
    void whatIsChangedAfterwardsIsSeen() {
        JsonObject proven = Badges.proven(Badges.badge(), Badges.KEY);
        assertThat(badges.document(Badges.with(proven, "name", "'Other'")).status(CheckName.PROOF))
                .contains(Status.FAIL);
        assertThat(badges.document(Badges.with(proven, "credentialSubject.achievement.name", "'Other'"))
                        .status(CheckName.PROOF))
                .contains(Status.FAIL);
        assertThat(badges.document(proven.without("proof")).status(CheckName.PROOF))
                .contains(Status.FAIL);
    }

    @Test
    void saysWhatTheBadgeSays() {
        Credential credential = badges.read(Badges.badge()).orElseThrow();
        assertThat(credential.id()).isEqualTo(Badges.ID);
        assertThat(credential.version()).isEqualTo(Report.Version.V3_0);
        assertThat(credential.issuer().id()).isEqualTo(Badges.ISSUER);
        assertThat(credential.issuer().name()).contains("Example");
        assertThat(credential.issuer().url()).contains(URI.create("https://issuer.example"));
        assertThat(credential.achievement().name()).isEqualTo("Teamwork");
        assertThat(credential.achievement().criteria()).isEqualTo("Work in a team.");
        assertThat(credential.achievement().image()).contains(URI.create("https://issuer.example/a.png"));
        assertThat(credential.achievement().tags()).containsExactly("team");
        assertThat(credential.issuedOn()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(credential.expires()).isEmpty();
        assertThat(credential.narrative()).contains("She did it.");
        assertThat(credential.evidence()).containsExactly(URI.create("https://issuer.example/e"));
    }

    @Test
    void eachIdentifierIsARecipient() {
        List<Recipient> recipients = badges.read(Badges.badge()).orElseThrow().recipients();
        assertThat(recipients).hasSize(4);
        assertThat(recipients.get(0)).isEqualTo(new Recipient.Plain("mia@school.example"));
        assertThat(((Recipient.Hashed) recipients.get(1)).hash().matches("mayze@example.org"))
                .isFalse();
        assertThat(recipients.get(2)).isEqualTo(new Recipient.Plain("Mia@Work.example"));
        assertThat(recipients.get(3)).isEqualTo(new Recipient.Other("studentId"));
    }

    @Test
    void aDidIsNoAddress() {
        JsonObject badge = Badges.with(Badges.badge(), "credentialSubject.id", "'did:example:1'");
        assertThat(badges.read(badge).orElseThrow().recipients()).contains(new Recipient.Other("did"));
        JsonObject malformed = Badges.with(
                badge,
                "credentialSubject.identifier",
                "[{'type':'IdentityObject','hashed':true,'identityType':'emailAddress','identityHash':'x'}]");
        assertThat(badges.read(malformed).orElseThrow().recipients())
                .containsExactly(new Recipient.Other("did"), new Recipient.Other("emailAddress"));
    }

    @Test
    void textsMayComeInSeveralLanguages() {
        JsonObject badge =
                Badges.with(Badges.badge(), "credentialSubject.achievement.name", "{'@value':'Team','@language':'en'}");
        assertThat(badges.read(badge).orElseThrow().achievement().name()).isEqualTo("Team");
    }

    @ParameterizedTest
    @CsvSource({
        "iss, 'https://evil.example'",
        "jti, 'urn:uuid:1'",
        "sub, 'did:example:other'",
        "iss, ''",
    })
    void aClaimThatSaysSomethingElseFails(String claim, String other) {
        JsonObject claims = Badges.claims(Badges.badge()).with(claim, Json.of(other));
        assertThat(Badges.faults(badges.jws(Badges.jwt(claims, Badges.KEY)))).containsExactly("JWT_CLAIMS FAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1735689601",
                "1e999999999",
                "1e99999999999",
                "1e-99999999999",
                "1e2147483648",
                "1e-2147483647",
                "-1",
                "99999999999999999999999",
                "'1735689600'",
                "null",
                "{}"
            })
    void aBeginningThatIsAnotherFails(String nbf) {
        JsonObject claims = Badges.claims(Badges.badge()).with("nbf", Badges.value(nbf));
        assertThat(Badges.faults(badges.jws(Badges.jwt(claims, Badges.KEY)))).containsExactly("JWT_CLAIMS FAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1735689600", "1735689600.5", "1.7356896E9"})
    void aBeginningMayBeWrittenInSeveralWays(String nbf) {
        JsonObject claims = Badges.claims(Badges.badge()).with("nbf", Badges.value(nbf));
        assertThat(Badges.faults(badges.jws(Badges.jwt(claims, Badges.KEY)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"iss, WARN", "jti, WARN", "nbf, WARN", "sub, VALID"})
    void aMissingClaimIsBearableUnlessStrict(String claim, Verdict lenient) {
        String jwt = Badges.jwt(Badges.claims(Badges.badge()).without(claim), Badges.KEY);
        assertThat(badges.jws(jwt).verdict()).isEqualTo(lenient);
        badges.policy = VerificationPolicy.STRICT;
        assertThat(Badges.faults(badges.jws(jwt))).containsExactly("JWT_CLAIMS FAIL");
    }

    @Test
    void theEndMayStandInTheClaimsAlone() {
        JsonObject claims = Badges.claims(Badges.badge()).with("exp", new Json.Numeral("1740000000"));
        assertThat(Badges.faults(badges.jws(Badges.jwt(claims, Badges.KEY)))).containsExactly("EXPIRED FAIL");
        JsonObject other = Badges.with(claims, "validUntil", "'2027-01-01T00:00:00Z'");
        assertThat(Badges.faults(badges.jws(Badges.jwt(other, Badges.KEY)))).containsExactly("JWT_CLAIMS FAIL");
    }

    @Test
    void theFirstDataModelIsAClaim() {
        JsonObject badge = Badges.badge()
                .without("validFrom")
                .with("issuanceDate", Json.of("2025-01-01T00:00:00Z"))
                .with(
                        "@context",
                        Badges.value(
                                "['https://www.w3.org/2018/credentials/v1','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json']"));
        JsonObject claims = Badges.claims(Badges.badge());
        JsonObject nested = Tokens.json("{}")
                .with("vc", badge.without("id").without("issuanceDate"))
                .with("iss", claims.get("iss").orElseThrow())
                .with("sub", claims.get("sub").orElseThrow())
                .with("jti", claims.get("jti").orElseThrow())
                .with("nbf", claims.get("nbf").orElseThrow());
        assertThat(Badges.faults(badges.jws(Badges.jwt(nested, Badges.KEY)))).containsExactly("DATA_MODEL WARN");
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-01-01T00:00:00Z', '', ''",
        "'2026-01-01T00:01:00Z', '', ''",
        "'2026-01-01T00:01:01Z', '', NOT_YET_VALID FAIL",
        "'2025-12-31T20:00:00-05:00', '', NOT_YET_VALID FAIL",
        "'2025-01-01T00:00:00Z', '2026-01-01T00:00:01Z', ''",
        "'2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', EXPIRED FAIL",
        "'2025-01-01T00:00:00Z', '2024-01-01T00:00:00Z', EXPIRED FAIL+EXPIRES_BEFORE_ISSUED FAIL",
        "'2025-01-01', '', DATA_MODEL WARN",
        "'2025-01-01T00:00:00', '', DATA_MODEL WARN",
        "'yesterday', '', DATA_MODEL FAIL",
    })
    void timesAreJudged(String from, String until, String faults) {
        JsonObject badge = Badges.with(Badges.badge(), "validFrom", Json.of(from));
        JsonObject document = until.isEmpty() ? badge : Badges.with(badge, "validUntil", Json.of(until));
        Report report = badges.signed(document);
        assertThat(Badges.faults(report).stream().filter(fault -> !fault.startsWith("JWT")))
                .containsExactlyElementsOf(faults.isEmpty() ? List.of() : List.of(faults.split("\\+")));
    }

    @Test
    void aKeyFromTheHeaderSignsButNobodyStandsForIt() {
        KeyPair key = Keys.ed25519();
        String jwk = "{'kty':'OKP','crv':'Ed25519','x':'" + x(key) + "'}";
        Report report = badges.jws(Badges.jwt(Badges.claims(Badges.badge()), key, "{'alg':'EdDSA','jwk':" + jwk + "}"));
        assertThat(report.status(CheckName.PROOF)).contains(Status.PASS);
        assertThat(report.isIssuerBound()).isFalse();
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    /** Whoever brings a key of his own can't lend it the id of another one. */
    @Test
    void theIdOfAnotherKeyBindsNobody() {
        JsonObject badge = Badges.with(Badges.badge(), "issuer.id", "'https://issuer.example/1'");
        badges.serve(
                "https://issuer.example/1",
                "{\"id\":\"https://issuer.example/1\",\"assertionMethod\":[\"https://issuer.example/keys/1\"]}");
        KeyPair evil = Keys.ed25519();
        String jwk = "{'kty':'OKP','crv':'Ed25519','x':'" + x(evil) + "'}";
        String header = "{'alg':'EdDSA','kid':'https://issuer.example/keys/1','jwk':" + jwk + "}";
        Report report = badges.jws(Badges.jwt(Badges.claims(badge), evil, header));
        assertThat(report.status(CheckName.PROOF)).contains(Status.PASS);
        assertThat(report.status(CheckName.ISSUER_BINDING)).contains(Status.WARN);

        badges.serve(
                "https://evil.example/key",
                jwk.replace('\'', '"')
                        .replace(
                                "{",
                                "{\"id\":\"https://evil.example/key\",\"controller\":\"https://issuer.example/1\","));
        Report other =
                badges.jws(Badges.jwt(Badges.claims(badge), evil, "{'alg':'EdDSA','kid':'https://evil.example/key'}"));
        assertThat(other.status(CheckName.PROOF)).contains(Status.PASS);
        assertThat(other.status(CheckName.ISSUER_BINDING)).contains(Status.WARN);
    }

    /** A proof that nobody could verify names whatever key it likes. */
    @Test
    void aProofOfAnUnknownKindBindsNobody() {
        badges.serve(
                "https://issuer.example/1",
                "{\"id\":\"https://issuer.example/1\",\"assertionMethod\":[\"" + Badges.method(Badges.KEY) + "\"]}");
        for (String issuer : new String[] {Badges.ISSUER, "https://issuer.example/1"}) {
            JsonObject badge = Badges.with(Badges.badge(), "issuer.id", Json.of(issuer));
            JsonObject forged = Badges.proven(badge, Keys.ed25519());
            JsonObject good = forged.object("proof").orElseThrow();
            JsonObject unknown = good.with("cryptosuite", Json.of("eddsa-rdfc-2099"))
                    .with("verificationMethod", Json.of(Badges.method(Badges.KEY)));
            Report report = badges.document(forged.with("proof", new Json.Array(List.of(good, unknown))));
            assertThat(report.status(CheckName.PROOF)).contains(Status.WARN);
            assertThat(report.isIssuerBound()).as(issuer).isFalse();
        }
    }

    @Test
    void theIssuersDocumentBindsItsKeys() {
        JsonObject badge = Badges.with(Badges.badge(), "issuer.id", "'https://issuer.example/1'");
        String jwt = Badges.jwt(Badges.claims(badge), Badges.KEY);
        assertThat(badges.jws(jwt).status(CheckName.ISSUER_BINDING)).contains(Status.UNKNOWN);
        badges.serve(
                "https://issuer.example/1",
                "{\"id\":\"https://issuer.example/1\",\"assertionMethod\":[\"" + Badges.method(Badges.KEY) + "\"]}");
        assertThat(badges.jws(jwt).isIssuerBound()).isTrue();
        badges.serve(
                "https://issuer.example/1",
                "{\"id\":\"https://other.example/1\",\"assertionMethod\":[\"" + Badges.method(Badges.KEY) + "\"]}");
        assertThat(badges.jws(jwt).isIssuerBound()).isFalse();
    }

    @Test
    void aKeyThatCanNotBeHadLeavesTheSignatureOpen() {
        badges.unavailable("https://issuer.example/keys");
        Report report = badges.jws(Badges.jwt(
                Badges.claims(Badges.badge()), Badges.KEY, "{'alg':'EdDSA','kid':'https://issuer.example/keys#1'}"));
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.isProven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'EdDSA','kid':'did:web:gone.example#1'}",
                "{'alg':'EdDSA','kid':'nonsense'}",
                "{'alg':'EdDSA','jwk':5}",
                "{'alg':'EdDSA','jwk':{}}",
                "{'alg':'HS256'}",
                "{'alg':'none'}"
            })
    void withoutAKeyThereIsNoProof(String header) {
        JsonObject badge = Badges.with(Badges.badge(), "issuer.id", "'https://issuer.example/1'");
        Report report = badges.jws(Badges.jwt(Badges.claims(badge), Badges.KEY, header));
        assertThat(report.status(CheckName.PROOF)).contains(Status.FAIL);
    }

    @Test
    void anIssuerThatIsAKeyNeedsNoKid() {
        assertThat(badges.jws(Badges.jwt(Badges.claims(Badges.badge()), Badges.KEY, "{'alg':'EdDSA'}"))
                        .findings())
                .isEmpty();
    }

    private static String x(KeyPair key) {
        byte[] der = key.getPublic().getEncoded();
        return Base64Url.of(Arrays.copyOfRange(der, der.length - 32, der.length));
    }
}
