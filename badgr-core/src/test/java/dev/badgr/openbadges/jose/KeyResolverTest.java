package dev.badgr.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.KeyResolver.Resolved;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyResolverTest {
    private static final String KEY = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    private static final String OTHER = "z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu";
    private static final String JWK = "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}";
    private static final String ISSUER = "https://issuer.example/1";

    private final Map<String, Fetched> web = new HashMap<>();

    private Resolved resolve(String method) {
        Verification verification = new Verification(
                VerificationPolicy.LENIENT,
                Instant.parse("2026-01-01T00:00:00Z"),
                location -> web.getOrDefault(location.toString(), new Fetched.Missing(404)));
        return new KeyResolver(verification).resolve(method, "assertionMethod");
    }

    private void serve(String location, String json) {
        web.put(
                location,
                new Fetched.Document(URI.create(location), Optional.empty(), Bytes.of(json.replace('\'', '"'))));
    }

    private static VerificationKey key(String multikey) {
        return PublicKeys.ofMultikey(multikey);
    }

    private static String method(String id, String multikey) {
        return "{'id':'" + id + "','type':'Multikey','controller':'" + ISSUER + "','publicKeyMultibase':'" + multikey
                + "'}";
    }

    private void assertFound(String method, String multikey, Optional<String> controller) {
        Resolved resolved = resolve(method);
        assertThat(resolved.key()).as(resolved.found()).contains(key(multikey));
        assertThat(resolved.controller()).isEqualTo(controller);
    }

    private void assertNone(String method) {
        Resolved resolved = resolve(method);
        assertThat(resolved.key()).isEmpty();
        assertThat(resolved.controller()).isEmpty();
        assertThat(resolved.isUndecided()).isFalse();
    }

    @Test
    void aDidKeyIsItsOwnKey() {
        assertFound("did:key:" + KEY, KEY, Optional.of("did:key:" + KEY));
        assertFound("did:key:" + KEY + "#" + KEY, KEY, Optional.of("did:key:" + KEY));
        assertNone("did:key:" + KEY + "#" + OTHER);
        assertNone("did:key:" + KEY + "#");
        assertNone("did:key:");
        assertNone("did:key:zzz");
    }

    @Test
    void aDidJwkIsItsOwnKey() {
        String did = "did:jwk:" + Tokens.encode(JWK.replace('\'', '"'));
        assertThat(resolve(did + "#0").key()).contains(PublicKeys.ofJwk(Tokens.json(JWK)));
        assertThat(resolve(did).controller()).contains(did);
        assertNone(did + "#1");
        assertNone(did + "=");
        assertNone("did:jwk:!!");
        assertNone("did:jwk:" + Tokens.encode("[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxx:" + KEY,
                "http://issuer.example/1#" + KEY,
                "",
                "#",
                "did:example:1",
                "https:",
                "https://a b/",
                "file:///etc/passwd"
            })
    void otherIdsAreNone(String method) {
        assertNone(method);
    }

    @Test
    void theDocumentOfADidWebNamesItsKeys() {
        serve(
                "https://issuer.example/.well-known/did.json",
                "{'id':'did:web:issuer.example','verificationMethod':[" + method("did:web:issuer.example#a", KEY)
                        + "],'assertionMethod':['#a']}");
        assertFound("did:web:issuer.example#a", KEY, Optional.of("did:web:issuer.example"));
        assertNone("did:web:issuer.example#b");
        assertNone("did:web:issuer.example");
    }

    @Test
    void aControllersDocumentMayWriteItsKeysInSeveralWays() {
        for (String document : new String[] {
            "{'id':'" + ISSUER + "','assertionMethod':[" + method(ISSUER + "#a", KEY) + "]}",
            "{'id':'" + ISSUER + "','assertionMethod':" + method("#a", KEY) + "}",
            "{'id':'" + ISSUER + "','verificationMethod':[" + method("#b", OTHER) + "," + method("#a", KEY) + "]}",
            "{'id':'" + ISSUER + "','verificationMethod':" + method("#a", KEY) + ",'assertionMethod':'" + ISSUER
                    + "#a'}"
        }) {
            serve(ISSUER, document);
            assertFound(ISSUER + "#a", KEY, Optional.of(ISSUER));
        }
    }

    @Test
    void aKeyForAnotherPurposeIsNone() {
        serve(
                ISSUER,
                "{'id':'" + ISSUER + "','verificationMethod':[" + method("#a", KEY)
                        + "],'authentication':['#a'],'assertionMethod':[]}");
        assertNone(ISSUER + "#a");
    }

    @ParameterizedTest
    @CsvSource({
        "`revoked`:`2025-12-31T23:59:59Z`, false",
        "`expires`:`2026-01-01T00:00:00Z`, false",
        "`expires`:`soon`, false",
        "`revoked`:true, false",
        "`expires`:`2026-01-01T00:00:01Z`, true",
    })
    void aKeyThatHasEndedIsNone(String end, boolean isFound) {
        String key = method(ISSUER + "#a", KEY).replace("'type'", end.replace('`', '\'') + ",'type'");
        serve(ISSUER, "{'id':'" + ISSUER + "','assertionMethod':[" + key + "]}");
        assertThat(resolve(ISSUER + "#a").key().isPresent()).isEqualTo(isFound);
    }

    @Test
    void aDocumentWithAnotherIdIsNone() {
        serve(ISSUER, "{'id':'https://victim.example','assertionMethod':[" + method(ISSUER + "#a", KEY) + "]}");
        assertNone(ISSUER + "#a");
        serve(ISSUER, "{'assertionMethod':[" + method(ISSUER + "#a", KEY) + "]}");
        assertNone(ISSUER + "#a");
        serve(ISSUER, "[]");
        assertNone(ISSUER + "#a");
    }

    /** Anybody can write somebody else's name into his own key. */
    @Test
    void aKeyAloneHasNoOwner() {
        String location = "https://evil.example/key";
        serve(location, method(location, KEY));
        assertFound(location, KEY, Optional.empty());
        serve(location, method(location, KEY).replace("controller", "owner"));
        assertFound(location, KEY, Optional.empty());
    }

    @Test
    void aKidMayLeadToAJwk() {
        serve("https://issuer.example/keys", JWK);
        assertThat(resolve("https://issuer.example/keys").key()).contains(PublicKeys.ofJwk(Tokens.json(JWK)));
        assertThat(resolve("https://issuer.example/keys").controller()).isEmpty();
        serve("https://issuer.example/keys", "{'keys':[" + JWK.replace("{", "{'kid':'a',") + "]}");
        assertThat(resolve("https://issuer.example/keys#a").key()).contains(PublicKeys.ofJwk(Tokens.json(JWK)));
        assertNone("https://issuer.example/keys#b");
    }

    @Test
    void aPemIsReadToo() {
        String pem =
                "-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\\n-----END PUBLIC KEY-----";
        serve("https://issuer.example/key", "{'id':'https://issuer.example/key','publicKeyPem':'" + pem + "'}");
        assertThat(resolve("https://issuer.example/key").key()).contains(PublicKeys.ofJwk(Tokens.json(JWK)));
    }

    @Test
    void aKeyInTheFragmentCountsOnlyWhereThereIsNoDocument() {
        assertFound(ISSUER + "#" + KEY, KEY, Optional.empty());
        serve(ISSUER, "{'id':'" + ISSUER + "','assertionMethod':[" + method("#" + OTHER, OTHER) + "]}");
        assertNone(ISSUER + "#" + KEY);
    }

    @Test
    void whatCanNotBeHadIsUndecided() {
        web.put(ISSUER, new Fetched.Unavailable("no"));
        assertThat(resolve(ISSUER + "#a").isUndecided()).isTrue();
        assertThat(resolve("https://other.example#a").isUndecided()).isFalse();
    }

    @Test
    void aDocumentNamesAKeyByItsIdOrByItself() {
        String document = "{'id':'" + ISSUER + "','publicKey':'https://keys.example/1','assertionMethod':['#c',"
                + method("#a", KEY) + "]}";
        assertThat(names(document, Optional.of("https://keys.example/1"), Optional.empty()))
                .isTrue();
        assertThat(names(document, Optional.of(ISSUER + "#c"), Optional.empty()))
                .isTrue();
        assertThat(names(document, Optional.of(ISSUER + "#a"), Optional.empty()))
                .isTrue();
        assertThat(names(document, Optional.empty(), Optional.of(key(KEY)))).isTrue();
        assertThat(names(document, Optional.of("https://elsewhere.example"), Optional.of(key(KEY))))
                .isTrue();
        assertThat(names(document, Optional.of(ISSUER + "#a"), Optional.of(key(OTHER))))
                .isFalse();
        assertThat(names(document, Optional.empty(), Optional.of(key(OTHER)))).isFalse();
        assertThat(names(document, Optional.empty(), Optional.empty())).isFalse();
    }

    private static boolean names(String document, Optional<String> method, Optional<VerificationKey> key) {
        return KeyDocument.names(Tokens.json(document), method, key, "assertionMethod");
    }
}
