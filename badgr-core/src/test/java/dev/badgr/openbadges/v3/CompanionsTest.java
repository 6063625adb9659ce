package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.jose.Keys;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.security.KeyPair;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to a badge: its newer copy, its schemas and its endorsements. */
class CompanionsTest {
    private static final String NEWER = "https://issuer.example/newer";
    private static final String SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_";

    private final Badges badges = new Badges();
    private final KeyPair other = Keys.ed25519();

    private static JsonObject refreshing() {
        return Badges.with(
                Badges.badge(), "refreshService", "{'id':'" + NEWER + "','type':'1EdTechCredentialRefresh'}");
    }

    @Test
    void theNewerCopyIsUsed() {
        JsonObject newer = Badges.with(refreshing(), "validUntil", "'2025-06-01T00:00:00Z'");
        badges.serve(NEWER, Badges.jwt(Badges.claims(newer), Badges.KEY));
        assertThat(Badges.faults(badges.signed(refreshing()))).containsExactly("EXPIRED FAIL");
        badges.serve(
                NEWER,
                Badges.text(Badges.proven(newer.without("validUntil").with("name", Json.of("New")), Badges.KEY)));
        assertThat(badges.signed(refreshing()).findings()).isEmpty();
    }

    @Test
    void theNewerCopyIsAskedForOnce() {
        JsonObject again = Badges.with(refreshing(), "refreshService.id", "'https://issuer.example/newest'");
        badges.serve(NEWER, Badges.jwt(Badges.claims(again), Badges.KEY));
        badges.signed(refreshing());
        assertThat(badges.fetched).containsExactly(NEWER);
    }

    @Test
    void aCopyThatIsNotAsGoodIsNotUsed() {
        List<String> expected = List.of("REFRESH WARN");
        assertThat(Badges.faults(badges.signed(refreshing()))).isEqualTo(expected);
        badges.serve(NEWER, "{}");
        assertThat(Badges.faults(badges.signed(refreshing()))).isEqualTo(expected);
        badges.serve(NEWER, Badges.text(refreshing()));
        assertThat(Badges.faults(badges.signed(refreshing()))).isEqualTo(expected);
        badges.serve(NEWER, Badges.jwt(Badges.claims(refreshing().with("id", Json.of("urn:other"))), Badges.KEY));
        assertThat(Badges.faults(badges.signed(refreshing()))).isEqualTo(expected);
        badges.serve(NEWER, Badges.jwt(Badges.claims(refreshing()), other));
        assertThat(Badges.faults(badges.signed(refreshing()))).isEqualTo(expected);
    }

    @Test
    void nothingIsAskedForBeforeTheProofIsGood() {
        String jwt = Badges.jwt(Badges.claims(refreshing()), other);
        int middle = jwt.length() - 40;
        char another = jwt.charAt(middle) == 'A' ? 'B' : 'A';
        badges.jws(jwt.substring(0, middle) + another + jwt.substring(middle + 1));
        assertThat(badges.fetched).doesNotContain(NEWER);
    }

    @ParameterizedTest
    @CsvSource({
        "achievementcredential_schema.json, PASS",
        "anyachievementcredential_schema.json, PASS",
        "endorsementcredential_schema.json, FAIL",
        "other_schema.json, FAIL",
    })
    void theSchemasOfOpenBadgesAreKnown(String name, Status status) {
        JsonObject badge = schema(SCHEMA + name, "1EdTechJsonSchemaValidator2019");
        assertThat(badges.signed(badge).status(CheckName.SCHEMA)).contains(status);
        assertThat(badges.fetched).hasSize(name.startsWith("other") ? 1 : 0);
    }

    @Test
    void otherSchemasAreOnlyLookedFor() {
        String own = "https://issuer.example/schema";
        JsonObject badge = schema(own, "1EdTechJsonSchemaValidator2019");
        assertThat(badges.signed(badge).status(CheckName.SCHEMA)).contains(Status.FAIL);
        badges.unavailable(own);
        assertThat(badges.signed(badge).status(CheckName.SCHEMA)).contains(Status.UNKNOWN);
        badges.serve(own, "{}");
        assertThat(badges.signed(badge).status(CheckName.SCHEMA)).contains(Status.WARN);
        assertThat(badges.signed(schema(own, "JsonSchema")).status(CheckName.SCHEMA))
                .contains(Status.WARN);
        badges.policy = VerificationPolicy.STRICT;
        assertThat(badges.signed(badge).status(CheckName.SCHEMA)).contains(Status.UNKNOWN);
    }

    private static JsonObject schema(String id, String type) {
        return Badges.with(Badges.badge(), "credentialSchema", "[{'id':'" + id + "','type':'" + type + "'}]");
    }

    private Status endorsed(JsonObject badge) {
        Report report = badges.signed(badge);
        assertThat(report.verdict())
                .as("endorsements are no part of it: %s", report.findings())
                .isEqualTo(Verdict.VALID);
        return report.status(CheckName.ENDORSEMENT).orElseThrow();
    }

    @Test
    void endorsementsAreVerifiedForThemselves() {
        JsonObject endorsement = Badges.endorsement(Badges.did(other), Badges.ID);
        JsonObject proven = Badges.proven(endorsement, other);
        assertThat(endorsed(Badges.with(Badges.badge(), "endorsement", new Json.Array(List.of(proven)))))
                .isEqualTo(Status.PASS);
        String jwt = Badges.jwt(Badges.claims(endorsement), other);
        assertThat(endorsed(Badges.with(Badges.badge(), "issuer.endorsementJwt", Json.of(List.of(jwt)))))
                .isEqualTo(Status.PASS);
        assertThat(endorsed(Badges.with(Badges.badge(), "credentialSubject.achievement.endorsement", endorsement)))
                .isEqualTo(Status.FAIL);
    }

    @Test
    void whatIsNoEndorsementOfThisIsTold() {
        JsonObject elsewhere = Badges.proven(Badges.endorsement(Badges.did(other), "urn:elsewhere"), other);
        assertThat(endorsed(Badges.with(Badges.badge(), "endorsement", elsewhere)))
                .isEqualTo(Status.WARN);
        JsonObject badge = Badges.proven(Badges.badge().with("id", Json.of("urn:other")), Badges.KEY);
        assertThat(endorsed(Badges.with(Badges.badge(), "endorsement", badge))).isEqualTo(Status.FAIL);
        assertThat(endorsed(Badges.with(Badges.badge(), "endorsementJwt", Json.of("x.y.z"))))
                .isEqualTo(Status.FAIL);
    }

    @Test
    void anEndorsementIsSeenToBeTakenBack() {
        JsonObject endorsement = Badges.with(
                Badges.endorsement(Badges.did(other), Badges.ID),
                "credentialStatus",
                "{'id':'https://other.example/list','type':'1EdTechRevocationList'}");
        badges.serve(
                "https://other.example/list",
                "{\"revokedCredential\":[{\"id\":\"urn:uuid:7a3b1a8e-1d7c-4f0e-9f55-8f8f3a7a3b12\"}]}");
        String jwt = Badges.jwt(Badges.claims(endorsement), other);
        assertThat(endorsed(Badges.with(Badges.badge(), "endorsementJwt", Json.of(jwt))))
                .isEqualTo(Status.FAIL);
    }

    @Test
    void atMostTenAreLookedAtAndNoneOfTheirOwn() {
        JsonObject endorsement = Badges.endorsement(Badges.did(other), Badges.ID);
        String own = Badges.jwt(Badges.claims(endorsement), other);
        String jwt = Badges.jwt(Badges.claims(Badges.with(endorsement, "issuer.endorsementJwt", Json.of(own))), other);
        List<String> many = Collections.nCopies(15, jwt);
        Report report = badges.signed(Badges.with(Badges.badge(), "endorsementJwt", Json.of(many)));
        List<Check> lines = report.checks().stream()
                .filter(check -> check.name() == CheckName.ENDORSEMENT)
                .toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(10).status()).isEqualTo(Status.UNKNOWN);
    }
}
