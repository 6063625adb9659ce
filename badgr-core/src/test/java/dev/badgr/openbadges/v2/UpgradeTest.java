package dev.badgr.openbadges.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows 1.0 or 1.1 is read as 2.0. */
class UpgradeTest {
    private static final JsonObject ASSERTION = Site.read("""
            {'uid': 'abc', 'recipient': {'type': 'email', 'hashed': true, 'salt': 'deadsea',
              'identity': 'sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942'},
             'badge': 'https://issuer.example/badges/5', 'issuedOn': 1588741689, 'evidence': 'https://ana.example/print',
             'verify': {'type': 'hosted', 'url': 'https://issuer.example/assertions/1'}}
            """);

    private static final JsonObject BADGE = Site.read("""
            {'name': '3-D Printing', 'description': 'Prints safely.', 'image': 'https://issuer.example/badges/5.png',
             'criteria': 'https://issuer.example/badges/5.html', 'issuer': 'https://issuer.example/profile',
             'alignment': [{'name': 'Making', 'url': 'https://standards.example/1', 'description': 'Makes.'}]}
            """);

    private static final JsonObject ISSUER =
            Site.read("{'name': 'Example Makers', 'url': 'https://issuer.example', 'email': 'contact@issuer.example'}");

    private final Site site =
            new Site().put(Site.ASSERTION, ASSERTION).put(Site.BADGE, BADGE).put(Site.ISSUER, ISSUER);

    @Test
    void aBadgeOf10IsValid() {
        Verified verified = site.verify(ASSERTION);
        assertThat(verified.report().findings()).isEmpty();
        assertThat(verified.report().verdict()).isEqualTo(Verdict.VALID);
        Credential credential = verified.credential().orElseThrow();
        assertThat(credential.id()).isEqualTo(Site.ASSERTION);
        assertThat(credential.issuedOn()).isEqualTo(Instant.ofEpochSecond(1588741689));
        assertThat(credential.achievement().criteria()).isEqualTo("https://issuer.example/badges/5.html");
        assertThat(credential.issuer().id()).isEqualTo(Site.ISSUER);
        assertThat(credential.evidence()).hasSize(1);
    }

    @Test
    void aBadgeOf11IsValid() {
        JsonObject newer = ASSERTION
                .with("@context", Json.of("https://w3id.org/openbadges/v1"))
                .with("type", Json.of("Assertion"))
                .with("id", Json.of(Site.ASSERTION));
        assertThat(site.put(Site.ASSERTION, newer).verify(newer).report().findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2012-08-27\"', 2012-08-27T00:00:00Z",
        "'\"2012-08-27T10:11:12\"', 2012-08-27T10:11:12Z",
        "'\"1346025600\"', 2012-08-27T00:00:00Z",
        "1346025600.5, 2012-08-27T00:00:00Z"
    })
    void itsTimesAreOfManyForms(String time, Instant expected) {
        Json value = Site.read("{\"value\": " + time + "}").get("value").orElseThrow();
        JsonObject dated = ASSERTION.with("issuedOn", value);
        assertThat(site.put(Site.ASSERTION, dated)
                        .verify(dated)
                        .credential()
                        .orElseThrow()
                        .issuedOn())
                .isEqualTo(expected);
    }

    @Test
    void theFirstBadgesHadEverythingInOnePlace() {
        JsonObject first = Site.read("""
                {'recipient': 'sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942', 'salt': 'deadsea',
                 'issued_on': '2011-06-01', 'badge': {'version': '0.5.0', 'name': 'Early', 'image': 'https://issuer.example/e.png',
                   'description': 'Was early.', 'criteria': 'https://issuer.example/e',
                   'issuer': {'origin': 'https://issuer.example', 'name': 'Makers', 'contact': 'c@issuer.example'}}}
                """);
        Verified verified = site.put(Site.ASSERTION, first).verify(Site.ASSERTION.getBytes(StandardCharsets.UTF_8));
        assertThat(verified.report().findings())
                .anyMatch(check -> check.name() == CheckName.HOSTED || check.name() == CheckName.ISSUER);
        assertThat(verified.credential().map(one -> one.recipients().get(0)))
                .containsInstanceOf(Recipient.Hashed.class);
    }

    @Test
    void itIsJudgedWhereItIsNotWhereItSays() {
        String evil = "https://evil.example/assertions/1";
        Verified verified = site.put(evil, ASSERTION)
                .verify(ASSERTION.with("verify", Site.read("{'type': 'hosted', 'url': '" + evil + "'}")));
        assertThat(Site.status(verified, CheckName.SCOPE)).contains(Status.FAIL);
    }
}
