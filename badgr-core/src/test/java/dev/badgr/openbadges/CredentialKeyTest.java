package dev.badgr.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialKeyTest {
    private static CredentialKey key(String credential) {
        return CredentialKey.of("https://example.org/issuer", credential);
    }

    @Test
    void idsAreTheSameHoweverTheyAreEscaped() {
        assertThat(key("https://example.org/a%20b%C3%A9")).isEqualTo(key(" https://example.org/a b\u00e9\n"));
        assertThat(key("https://example.org/%7ea")).isEqualTo(key("https://example.org/%7Ea"));
        assertThat(CredentialKey.of("did:web:localhost%3A8080", "a"))
                .isEqualTo(CredentialKey.of("did:web:localhost:8080", "a"));
    }

    @Test
    void escapesAreUndoneOnce() {
        assertThat(key("a%2520b")).isEqualTo(new CredentialKey("https://example.org/issuer", "a%20b"));
    }

    @Test
    void whatIsNoEscapeStays() {
        assertThat(key("100%").credential()).isEqualTo("100%");
        assertThat(key("a%zzb").credential()).isEqualTo("a%zzb");
        assertThat(key("a%FFb").credential()).isEqualTo("a%FFb");
        assertThat(key("a+b")).isNotEqualTo(key("a b"));
        assertThat(key("%24%5C1").credential()).isEqualTo("$\\1");
        assertThat(key("%20".repeat(100_000) + "x").credential()).isEqualTo("x");
    }

    @Test
    void theIssuerIsPartOfIt() {
        assertThat(CredentialKey.of("https://a.example", "urn:1"))
                .isNotEqualTo(CredentialKey.of("https://b.example", "urn:1"));
        assertThat(key("urn:A")).isNotEqualTo(key("urn:a"));
    }
}
