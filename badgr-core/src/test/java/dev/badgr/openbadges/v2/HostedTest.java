package dev.badgr.openbadges.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosted assertions: the hosted copy counts, and only where its issuer hosts badges. */
class HostedTest {
    private static final String EVIL = "https://evil.example/assertions/1";

    private final Site site = new Site();

    @Test
    void aHostedBadgeIsValidToTheLetterAndSaysWhatItSays() {
        Verified verified = site.verify();
        assertThat(verified.report().findings()).isEmpty();
        assertThat(verified.report().version()).contains(Version.V2_0);
        assertThat(verified.report().isProven()).isTrue();
        assertThat(verified.report().isIssuerBound()).isTrue();
        Credential credential = verified.credential().orElseThrow();
        assertThat(credential.id()).isEqualTo(Site.ASSERTION);
        assertThat(credential.issuer().name()).contains("Example Makers");
        assertThat(credential.achievement().criteria()).isEqualTo("A test, and a print.");
        assertThat(credential.achievement().tags()).containsExactly("print", "maker");
        assertThat(credential.recipients()).isEqualTo(List.of(new Recipient.Plain("ana@school.example")));
        assertThat(credential.issuedOn()).isEqualTo(Instant.parse("2020-05-06T05:08:09Z"));
        assertThat(credential.evidence())
                .containsExactly(URI.create("https://ana.example/print"), URI.create("https://ana.example/plan"));
        assertThat(site.verifier(VerificationPolicy.STRICT)
                        .verify(Site.ASSERTION)
                        .report()
                        .findings())
                .isEmpty();
    }

    @Test
    void theHostedCopyCountsNotWhatWasReceived() {
        JsonObject forged = Site.assertion()
                .with("recipient", Site.read("{'type': 'email', 'hashed': false, 'identity': 'eve@evil.example'}"));
        Verified verified = site.verify(forged);
        assertThat(Site.status(verified, CheckName.HOSTED)).contains(Status.WARN);
        assertThat(verified.report().verdict()).isEqualTo(Verdict.WARN);
        assertThat(verified.credential().orElseThrow().recipients())
                .isEqualTo(List.of(new Recipient.Plain("ana@school.example")));
    }

    @Test
    void aBadgeWhoseCopyIsNotThereIsNotValid() {
        Verified missing = site.put(Site.ASSERTION, new Fetched.Missing(404)).verify(Site.assertion());
        assertThat(Site.status(missing, CheckName.HOSTED)).contains(Status.FAIL);
        Verified unreachable = site.put(Site.ASSERTION, new Fetched.Unavailable("it took too long"))
                .verify(Site.assertion());
        assertThat(Site.status(unreachable, CheckName.HOSTED)).contains(Status.UNKNOWN);
        assertThat(unreachable.report().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(unreachable.report().isProven()).isFalse();
        assertThat(unreachable.credential()).as("can still be shown").isPresent();
    }

    @Test
    void aRevokedBadgeIsInvalidWithItsReason() {
        Verified gone = site.put(Site.ASSERTION, new Fetched.Missing(410)).verify(Site.assertion());
        assertThat(Site.status(gone, CheckName.REVOKED)).contains(Status.FAIL);
        JsonObject bare =
                Site.read("{'@context': 'https://w3id.org/openbadges/v2', 'type': 'Assertion', 'revoked': true,"
                        + "'id': 'https://issuer.example/assertions/1', 'revocationReason': 'Issued in error'}");
        Verified revoked = site.put(Site.ASSERTION, bare).verify(Site.assertion());
        assertThat(revoked.report().verdict()).isEqualTo(Verdict.INVALID);
        assertThat(revoked.report().findings()).anyMatch(check -> check.found().endsWith("Issued in error"));
    }

    @Test
    void aCopyWithTheIdOfAnotherIsTakenFromThere() {
        site.put(EVIL, Site.assertion().with("narrative", Json.of("forged")));
        Verified verified = site.verify(Site.assertion().with("id", Json.of(EVIL)));
        assertThat(Site.status(verified, CheckName.ID_MISMATCH)).contains(Status.WARN);
        assertThat(verified.credential().orElseThrow().narrative()).contains("Printed a gear.");
    }

    @Test
    void twoDocumentsThatPointAtEachOtherAreNone() {
        site.put(EVIL, Site.assertion());
        site.put(Site.ASSERTION, Site.assertion().with("id", Json.of(EVIL)));
        Verified verified = site.verify(Site.assertion());
        assertThat(Site.status(verified, CheckName.ID_MISMATCH)).contains(Status.FAIL);
        assertThat(Site.status(verified, CheckName.HOSTED)).contains(Status.FAIL);
    }

    @Test
    void aRedirectIsSaid() {
        Bytes content = Bytes.of(JsonWriter.bytes(Site.assertion()));
        URI elsewhere = URI.create("https://cdn.example/1");
        Verified verified = site.put(Site.ASSERTION, new Fetched.Document(elsewhere, Optional.empty(), content))
                .verify(Site.assertion());
        assertThat(Site.status(verified, CheckName.ID_MISMATCH)).contains(Status.WARN);
        assertThat(verified.report().verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void nobodyAwardsTheBadgesOfAnotherIssuer() {
        JsonObject forged = Site.assertion().with("id", Json.of(EVIL));
        Verified linked = site.put(EVIL, forged).verify(forged);
        assertThat(Site.status(linked, CheckName.SCOPE)).contains(Status.FAIL);
        JsonObject embedding = forged.with("badge", Site.badge().with("issuer", allowing("evil.example")));
        Verified embedded = site.put(EVIL, embedding).verify(embedding);
        assertThat(Site.status(embedded, CheckName.SCOPE))
                .as("what a badge says about its issuer does not count")
                .contains(Status.FAIL);
        assertThat(embedded.report().isIssuerBound()).isFalse();
    }

    @Test
    void nobodyTakesTheIdOfAnothersBadgeClass() {
        JsonObject eve = Site.issuer().with("id", Json.of("https://evil.example/profile"));
        JsonObject forged = Site.assertion()
                .with("id", Json.of(EVIL))
                .with("badge", Site.badge().with("issuer", eve));
        Verified verified =
                site.put("https://evil.example/profile", eve).put(EVIL, forged).verify(forged);
        assertThat(Site.status(verified, CheckName.SCOPE)).contains(Status.FAIL);
    }

    @Test
    void anIssuerWithoutAPlaceOrReachableProfileIsNotKnown() {
        site.put(Site.ISSUER, new Fetched.Unavailable("it took too long"));
        assertThat(site.verify().report().verdict()).isEqualTo(Verdict.UNKNOWN);
        JsonObject nowhere = Site.issuer().with("id", Json.of("urn:uuid:2d391246-6e0d-4dab-906c-b29770bd7aa6"));
        site.put(Site.ASSERTION, Site.assertion().with("badge", Site.badge().with("issuer", nowhere)));
        Verified verified = site.verify();
        assertThat(verified.report().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verified.report().isIssuerBound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example, FAIL",
        "https://host.example/makers/, PASS",
        "https://host.example/makers/a, FAIL",
        "https://host.example, PASS",
        "https://host.exampl, FAIL",
        "http://host.example/, FAIL",
        "https://, FAIL",
        "https://host.example/makers/../, FAIL"
    })
    void theProfileSaysWhatIdsStartWith(String prefix, Status expected) {
        assertThat(scope("https://host.example/makers/1", "startsWith", Json.of(prefix)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example.evil.com/makers/1",
                "https://host.example@evil.com/makers/1",
                "https://host.example:444/makers/1",
                "https://host.example/makers/../eve/1",
                "https://host.example/makers/%2E%2e/eve/1",
                "https://host.example/makers/..%2feve/1"
            })
    void noIdGetsAroundThePrefix(String id) {
        assertThat(scope(id, "startsWith", Json.of(List.of("https://host.example", "https://host.example/makers/"))))
                .isEqualTo(Status.FAIL);
    }

    @Test
    void theProfileSaysWhichHosts() {
        Json hosts = Json.of(List.of("other.example", "HOST.example"));
        assertThat(scope("https://host.example/1", "allowedOrigins", hosts)).isEqualTo(Status.PASS);
        assertThat(scope("https://host.example.evil.com/1", "allowedOrigins", hosts))
                .isEqualTo(Status.FAIL);
        assertThat(scope(Site.ASSERTION, "allowedOrigins", hosts))
                .as("the profile's own host is not among them")
                .isEqualTo(Status.FAIL);
        assertThat(scope(Site.ASSERTION, "allowedOrigins", new Json.Array(List.of())))
                .isEqualTo(Status.FAIL);
    }

    private Status scope(String id, String property, Json value) {
        JsonObject assertion = Site.assertion().with("id", Json.of(id));
        site.put(Site.ISSUER, Site.issuer().with("verification", Site.read("{}").with(property, value)));
        Verified verified = site.put(id, assertion).verify(assertion);
        return Site.status(verified, CheckName.SCOPE).orElseThrow();
    }

    private static JsonObject allowing(String host) {
        return Site.issuer().with("verification", Site.read("{'allowedOrigins': '" + host + "'}"));
    }
}
