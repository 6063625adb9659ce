package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.LinkedData.Expanded;
import dev.badgr.openbadges.proof.LinkedData.Failed;
import dev.badgr.openbadges.proof.LinkedData.UndefinedTerm;
import dev.badgr.openbadges.proof.LinkedData.UnknownContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeModeTest {
    private static final String V2 = "https://www.w3.org/ns/credentials/v2";

    @Test
    void aBadgeIsFine() {
        assertThat(LinkedData.expand(Proofs.badge())).isInstanceOf(Expanded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"addition\": \"x\"",
                "\"addition\": null",
                "\"addition\": {\"id\": \"urn:x\"}",
                "\"issuer\": {\"id\": \"urn:x\", \"addition\": 1}",
                "\"issuer\": {\"id\": \"urn:x\", \"type\": \"addition\"}",
                "\"issuer\": {\"id\": \"urn:x\", \"type\": [\"https://x.example/T\", \"addition\"]}"
            })
    void anUndefinedPropertyOrTypeIsNamed(String member) {
        assertThat(credential(member)).isEqualTo(new UndefinedTerm("addition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"issuer\": \"relative\"",
                "\"issuer\": {\"id\": \"a/b\"}",
                "\"issuer\": \"https://x.example/> <urn:b\"",
                "\"issuer\": \"https://x.example/\\nurn:b\"",
                "\"issuer\": {\"id\": null}",
                "\"name\": {\"@value\": \"x\", \"@language\": \"en us\"}",
                "\"name\": {\"@value\": \"x\", \"@language\": \"en\", \"@direction\": \"rtl\"}",
                "\"name\": {\"@value\": \"x\"}",
                "\"name\": {\"@set\": [\"x\"]}",
                "\"name\": \"half \\ud83d\"",
                "\"name\": 1e999999999",
                "\"name\": 1e-999999999",
                "\"@graph\": []",
                "\"@included\": [{\"id\": \"urn:x\"}]",
                "\"https://schema.org/name\": \"x\"",
                "\"schema:name\": \"x\"",
                "\"issuer\": {\"id\": \"urn:a\", \"type\": \"https://www.w3.org/2018/credentials#VerifiableCredential\"}",
                "\"issuer\": {\"id\": \"urn:a\", \"type\": \"x:y\"}",
                "\"issuer\": {\"id\": \"urn:c\", \"type\": \"VerifiableCredential\", \"validUntil\": \"2020-01-01T00:00:00Z\"}"
            })
    void whatWouldNotBeSignedAsItReads(String member) {
        assertThat(credential(member)).isNotInstanceOf(Expanded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": {\"@value\": \"x\", \"@language\": \"de-CH\"}",
                "\"name\": [\"whole \\ud83d\\ude00\", \"1\"]",
                "\"issuer\": {\"id\": \"did:web:x.example\", \"type\": \"https://x.example/School\"}",
                "\"issuer\": {\"id\": \"urn:a\", \"name\": null}",
                "\"credentialSchema\": {\"id\": \"urn:a\", \"type\": \"JsonSchema\"}"
            })
    void whatIsWithinTheRules(String member) {
        assertThat(credential(member)).isInstanceOf(Expanded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://x.example/context\"",
                "\"HTTPS://www.w3.org/ns/credentials/v2\"",
                "\"https://www.w3.org/ns/credentials/v2#\"",
                "\"context.json\"",
                "\"file:///etc/passwd\"",
                "\"\""
            })
    void anUnknownContextIsNamed(String context) {
        JsonObject credential = withContext(context);

        assertThat(LinkedData.expand(credential))
                .isEqualTo(new UnknownContext(credential.texts("@context").get(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{\"@import\": \"https://www.w3.org/2018/credentials/v1\"}",
                "{\"@base\": \"https://x.example/\"}",
                "{\"@language\": \"en\"}",
                "{\"@propagate\": false}",
                "{\"@vocab\": \"\"}",
                "{\"@vocab\": \"https://www.w3.org/2018/\"}",
                "{\"@vocab\": \"https://www.w3.org/2018/credentials#\"}",
                "{\"until\": \"https://www.w3.org/2018/credentials#validUntil\"}",
                "{\"until\": {\"@id\": \"https://www.w3.org/2018/credentials#validUntil\"}}",
                "{\"kind\": \"@type\"}",
                "{\"name\": null}",
                "{\"own\": \"x:y\"}",
                "{\"did\": \"https://x.example/\"}",
                "{\"did\": {\"@id\": \"https://x.example/did\", \"@prefix\": true}}",
                "{\"own\": {\"@reverse\": \"https://x.example/own\"}}",
                "{\"own\": {\"@id\": \"https://x.example/own\", \"@type\": \"@json\"}}",
                "{\"own\": {\"@id\": \"https://x.example/own\", \"@container\": \"@index\"}}",
                "{\"own\": {\"@id\": \"https://x.example/own\", \"@context\": {}}}"
            })
    void aContextInTheDocumentMayNotChangeWhatOthersRead(String context) {
        JsonObject credential = withContext(context);
        assertThat(LinkedData.expand(credential)).isInstanceOf(Failed.class);
    }

    @Test
    void aContextInTheDocumentMayAddTermsOfItsOwn() {
        assertThat(LinkedData.expand(withContext(
                                "{\"@version\": 1.1, \"own\": \"https://x.example/own\", \"due\": {\"@id\": \"https://x.example/due\","
                                        + " \"@type\": \"http://www.w3.org/2001/XMLSchema#date\", \"@container\": \"@set\"}}")
                        .with("own", Json.of("x"))
                        .with("due", Json.of("2026-01-01"))))
                .isInstanceOf(Expanded.class);
        assertThat(LinkedData.expand(withContext("{\"@vocab\": \"https://x.example/terms#\"}").with("own", Json.of("x"))))
                .isInstanceOf(Expanded.class);
    }

    @Test
    void blankNodesThatLookAlikeAreNotHashedForEver() {
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Json> others = new ArrayList<>();
            for (int j = 0; j < 12; j++) {
                others.add(Proofs.json("{\"id\": \"_:b" + j + "\"}"));
            }
            all.add(Proofs.json("{\"id\": \"_:b" + i + "\"}").with("evidence", new Json.Array(others)));
        }
        JsonObject poison = Proofs.json("{\"@context\": \"" + V2 + "\", \"id\": \"urn:c\", \"type\": \"VerifiableCredential\"}")
                .with("credentialSubject", new Json.Array(all));
        Expanded expanded = (Expanded) LinkedData.expand(withEvidence(poison));

        assertThatThrownBy(() -> expanded.statements().canonical()).isInstanceOf(Malformed.class);
    }

    @Test
    void tooManyValuesOrContextsAreRefused() {
        List<Json> many = new ArrayList<>();
        for (int i = 0; i < 20_001; i++) {
            many.add(Json.of("x" + i));
        }
        JsonObject badge = Proofs.badge();
        assertThat(LinkedData.expand(badge.with("name", new Json.Array(many)))).isInstanceOf(Failed.class);
        List<Json> contexts = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            contexts.add(Json.of(V2));
        }
        assertThat(LinkedData.expand(badge.with("@context", new Json.Array(contexts)))).isInstanceOf(Failed.class);
    }

    private static JsonObject withEvidence(JsonObject credential) {
        Json own = Proofs.json("{\"evidence\": {\"@id\": \"https://x.example/evidence\"}}");
        return credential.with("@context", new Json.Array(List.of(Json.of(V2), own)));
    }

    private static LinkedData credential(String member) {
        return LinkedData.expand(Proofs.json("{\"@context\": \"" + V2 + "\", \"id\": \"urn:c\", \"type\": \"VerifiableCredential\", "
                + member + "}"));
    }

    private static JsonObject withContext(String context) {
        return Proofs.json("{\"@context\": [\"" + V2 + "\", " + context
                + "], \"id\": \"urn:c\", \"type\": \"VerifiableCredential\", \"issuer\": \"urn:i\"}");
    }
}
