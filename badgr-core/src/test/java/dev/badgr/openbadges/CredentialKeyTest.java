package dev.badgr.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialKeyTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

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

    @Test
    void onlyALaterCopyOfTheSameBadgeReplacesIt() {
        Credential first = credential("urn:uuid:1", NOON);
        assertThat(CredentialKey.replaces(credential("urn:uuid:1", NOON.plusSeconds(1)), first))
                .isTrue();
        assertThat(CredentialKey.replaces(credential("urn:uuid:1", NOON), first))
                .isFalse();
        assertThat(CredentialKey.replaces(credential("urn:uuid:2", NOON.plusSeconds(1)), first))
                .isFalse();
    }

    private static Credential credential(String id, Instant issuedOn) {
        return new Credential(
                Report.Version.V3_0,
                id,
                new Credential.Issuer("https://example.org/issuer", Optional.empty(), Optional.empty()),
                new Credential.Achievement("urn:a", "A", "What", "How", Optional.empty(), List.of()),
                List.of(),
                issuedOn,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
