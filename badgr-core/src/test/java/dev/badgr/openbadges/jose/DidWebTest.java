package dev.badgr.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.openbadges.json.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidWebTest {
    @ParameterizedTest
    @CsvSource({
        "did:web:w3c-ccg.github.io, https://w3c-ccg.github.io/.well-known/did.json",
        "did:web:w3c-ccg.github.io:user:alice, https://w3c-ccg.github.io/user/alice/did.json",
        "did:web:example.com%3A3000:user:alice, https://example.com:3000/user/alice/did.json",
        "did:web:example.com%3a3000, https://example.com:3000/.well-known/did.json"
    })
    void theDocumentIsWhereTheDidSays(String did, String location) {
        assertThat(DidWeb.location(did)).hasToString(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web:example.com/path",
                "did:web:example.com%2Fpath",
                "did:web:user@example.com",
                "did:web:user%40example.com",
                "did:web:example.com:..:secret",
                "did:web:example.com:.",
                "did:web:example.com::",
                "did:web:example.com%3A",
                "did:web:example.com%3A99999999",
                "did:web:[::1]",
                "did:web:example.com?x",
                "did:web:example.com#x",
                "did:web:exam ple.com",
                "did:web:-example.com",
                "did:key:example.com"
            })
    void whatIsNoneIsSeen(String did) {
        assertThatThrownBy(() -> DidWeb.location(did)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 2000, 500_000})
    void longOnesTakeNoTime(int length) {
        assertThatThrownBy(() -> DidWeb.location("did:web:a:" + ".".repeat(length)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DidWeb.location("did:web:a" + ":b".repeat(length) + "!"))
                .isInstanceOf(Malformed.class);
    }
}
