package dev.badgr.openbadges.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.IdentityHash;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether documents have what they must have, in its form; and times, contexts, extensions, endorsements. */
class DataModelTest {
    private final Site site = new Site();

    static Stream<Arguments> mandatory() {
        return Stream.of(
                Arguments.of("assertion", "recipient", CheckName.REQUIRED),
                Arguments.of("assertion", "badge", CheckName.REQUIRED),
                Arguments.of("assertion", "issuedOn", CheckName.REQUIRED),
                Arguments.of("assertion", "verification", CheckName.REQUIRED),
                Arguments.of("assertion", "@context", CheckName.CONTEXT),
                Arguments.of("assertion", "type", CheckName.TYPE),
                Arguments.of("badge", "name", CheckName.REQUIRED),
                Arguments.of("badge", "description", CheckName.REQUIRED),
                Arguments.of("badge", "criteria", CheckName.REQUIRED),
                Arguments.of("badge", "issuer", CheckName.REQUIRED),
                Arguments.of("badge", "type", CheckName.TYPE),
                Arguments.of("issuer", "name", CheckName.REQUIRED),
                Arguments.of("issuer", "type", CheckName.TYPE));
    }

    @ParameterizedTest
    @MethodSource("mandatory")
    void whatIsMandatoryMustBeThere(String document, String property, CheckName check) {
        change(document, one -> one.without(property));
        assertThat(Site.status(site.verify(), check)).contains(Status.FAIL);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("assertion", "issuedOn", "'2020-05-06'", CheckName.DATA_MODEL),
                Arguments.of("assertion", "issuedOn", "'2020-05-06T07:08:09'", CheckName.DATA_MODEL),
                Arguments.of("assertion", "issuedOn", "1588741689", CheckName.DATA_MODEL),
                Arguments.of("assertion", "expires", "'tomorrow'", CheckName.DATA_MODEL),
                Arguments.of("assertion", "recipient", "'ana@school.example'", CheckName.DATA_MODEL),
                Arguments.of(
                        "assertion", "badge", "['https://a.example/1', 'https://a.example/2']", CheckName.DATA_MODEL),
                Arguments.of("assertion", "narrative", "5", CheckName.DATA_MODEL),
                Arguments.of("assertion", "evidence", "['no IRI at all']", CheckName.DATA_MODEL),
                Arguments.of("assertion", "evidence", "{'narrative': 5}", CheckName.DATA_MODEL),
                Arguments.of("assertion", "image", "'no URL at all'", CheckName.IMAGE),
                Arguments.of("assertion", "image", "{'caption': 'No id.'}", CheckName.REQUIRED),
                Arguments.of("badge", "image", "'data:text/html,<script>'", CheckName.IMAGE),
                Arguments.of("badge", "alignment", "{'targetName': 'No URL.'}", CheckName.REQUIRED),
                Arguments.of("badge", "criteria", "5", CheckName.DATA_MODEL),
                Arguments.of("badge", "tags", "[5]", CheckName.DATA_MODEL),
                Arguments.of("issuer", "url", "'javascript:alert(1)'", CheckName.DATA_MODEL),
                Arguments.of(
                        "issuer",
                        "verification",
                        "{'allowedOrigins': 'https://issuer.example/'}",
                        CheckName.DATA_MODEL));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsThereMustHaveItsForm(String document, String property, String value, CheckName check) {
        Json malformed = Site.read("{'value': " + value + "}").get("value").orElseThrow();
        change(document, one -> one.with(property, malformed));
        assertThat(Site.status(site.verify(), check)).contains(Status.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"badge, image, PASS", "issuer, url, WARN", "issuer, email, WARN"})
    void whatPublishersCommonlyLeaveOutFailsOnlyByTheLetter(String document, String property, Status lenient) {
        change(document, one -> one.without(property));
        assertThat(Site.status(site.verify(), CheckName.REQUIRED)).contains(lenient);
        Verified strict = site.verifier(VerificationPolicy.STRICT).verify(Site.ASSERTION);
        assertThat(Site.status(strict, CheckName.REQUIRED)).contains(Status.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:01:01Z, , NOT_YET_VALID",
        "2025-12-31T23:59:59-01:00, , NOT_YET_VALID",
        "2020-01-01T00:00Z, 2026-01-01T00:00:00Z, EXPIRED",
        "2020-01-01T00:00Z, 2025-12-31T23:59:59.999+0000, EXPIRED",
        "2020-01-01T00:00Z, 2019-01-01T00:00:00Z, EXPIRES_BEFORE_ISSUED"
    })
    void timesAreJudgedByTheClock(String issued, String expires, CheckName check) {
        change("assertion", one -> dated(one.with("issuedOn", Json.of(issued)), expires));
        assertThat(Site.status(site.verify(), check)).contains(Status.FAIL);
    }

    @Test
    void aBadgeCountsUntilItExpires() {
        change("assertion", one -> dated(one, "2026-01-01T00:00:01Z"));
        Verified verified = site.verify();
        assertThat(verified.report().verdict()).isEqualTo(Verdict.VALID);
        assertThat(verified.credential().orElseThrow().expires()).isPresent();
    }

    @Test
    void aHashedRecipientIsReadAsOne() {
        String digest = "ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942";
        change(
                "assertion",
                one -> one.with(
                        "recipient",
                        Site.read("{'type': 'schema:email', 'hashed': true, 'salt': 'deadsea', 'identity': 'sha256$"
                                + digest + "'}")));
        assertThat(site.verify().credential().orElseThrow().recipients())
                .containsExactly(new Recipient.Hashed(IdentityHash.parse("sha256$" + digest, "deadsea")));
    }

    @Test
    void aRecipientThatIsNoAddressIsSomethingElse() {
        change(
                "assertion",
                one -> one.with(
                        "recipient", Site.read("{'type': 'telephone', 'hashed': false, 'identity': '+16175551212'}")));
        assertThat(site.verify().credential().orElseThrow().recipients())
                .containsExactly(new Recipient.Other("telephone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://w3id.org/openbadges/v3'",
                "[]",
                "{}",
                "['https://w3id.org/openbadges/v2', {'recipient': 'https://evil.example/somebody'}]",
                "['https://w3id.org/openbadges/v2', {'badge': {'@id': 'schema:image'}}]"
            })
    void wordsMustMeanWhatOpenBadgesSays(String context) {
        change(
                "assertion",
                one -> one.with(
                        "@context",
                        Site.read("{'value': " + context + "}").get("value").orElseThrow()));
        Verified verified = site.verify();
        assertThat(Site.status(verified, CheckName.CONTEXT)).contains(Status.FAIL);
        assertThat(verified.report().version()).isEmpty();
    }

    @Test
    void furtherWordsAreWelcome() {
        change(
                "assertion",
                one -> one.with(
                                "@context",
                                Site.read(
                                                "{'value': ['https://w3id.org/openbadges/v2', {'foo': 'https://a.example/foo',"
                                                        + " 'badge': 'obi:badge'}]}")
                                        .get("value")
                                        .orElseThrow())
                        .with("foo", Json.of("bar")));
        assertThat(site.verify().report().verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'@context': 'https://a.example/c', 'type': ['Extension', 'extensions:A']} | PASS",
                "{'type': ['Extension', 'extensions:A']} | WARN",
                "{'@context': 'https://a.example/c', 'type': 'extensions:A'} | WARN",
                "5 | WARN"
            })
    void anExtensionHasItsForm(String extension, Status expected) {
        Json value = Site.read("{'value': " + extension + "}").get("value").orElseThrow();
        change("badge", one -> one.with("extensions:a", value));
        assertThat(Site.status(site.verify(), CheckName.EXTENSION)).contains(expected);
    }

    @Test
    void endorsementsAreToldButDoNotDecide() {
        String id = "https://endorser.example/1";
        JsonObject endorsement = Site.read("""
                {'@context': 'https://w3id.org/openbadges/v2', 'type': 'Endorsement', 'id': 'https://endorser.example/1',
                 'claim': {'id': 'https://issuer.example/badges/5', 'endorsementComment': 'Good.'},
                 'issuer': {'type': 'Profile', 'id': 'https://endorser.example/me'},
                 'issuedOn': '2021-01-01T00:00:00Z', 'verification': {'type': 'hosted'}}
                """);
        site.put("https://endorser.example/me", Site.issuer().with("id", Json.of("https://endorser.example/me")));
        change("badge", one -> one.with("endorsement", Json.of(id)));
        assertThat(endorsed(id, endorsement)).contains(Status.PASS);
        assertThat(endorsed(id, endorsement.with("claim", Site.read("{'id': 'https://a.example/other'}"))))
                .contains(Status.WARN);
        assertThat(endorsed(id, endorsement.with("issuer", Json.of(Site.ISSUER))))
                .as("nobody endorses in another's name")
                .contains(Status.FAIL);
        assertThat(site.verify().report().verdict()).isEqualTo(Verdict.VALID);
    }

    private Optional<Status> endorsed(String id, JsonObject endorsement) {
        return Site.status(site.put(id, endorsement).verify(), CheckName.ENDORSEMENT);
    }

    private static JsonObject dated(JsonObject assertion, @Nullable String expires) {
        return expires == null ? assertion : assertion.with("expires", Json.of(expires));
    }

    private void change(String document, UnaryOperator<JsonObject> change) {
        switch (document) {
            case "assertion" -> site.put(Site.ASSERTION, change.apply(Site.assertion()));
            case "badge" -> site.put(Site.BADGE, change.apply(Site.badge()));
            default -> site.put(Site.ISSUER, change.apply(Site.issuer()));
        }
    }
}
