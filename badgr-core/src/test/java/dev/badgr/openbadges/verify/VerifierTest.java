package dev.badgr.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.v2.Signer;
import dev.badgr.openbadges.v2.Site;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a report. */
class VerifierTest {
    private final Site site = new Site();

    @Test
    void aBadgeComesInManyForms() {
        String json = new String(JsonWriter.bytes(Site.assertion()), StandardCharsets.UTF_8);
        assertThat(verdict(json)).isEqualTo(Verdict.VALID);
        assertThat(verdict("\uFEFF \r\n" + json + "\n\n")).isEqualTo(Verdict.VALID);
        assertThat(verdict(" " + Site.ASSERTION + "\n")).isEqualTo(Verdict.VALID);
        Site signing = Signer.RSA.site();
        String token = Signer.RSA.sign(Signer.payload());
        assertThat(verify(signing, token + "\n").report().verdict()).isEqualTo(Verdict.VALID);
        URI url = URI.create("https://ana.example/badge");
        signing.put(url.toString(), new Fetched.Document(url, Optional.empty(), Bytes.of(token)));
        assertThat(verify(signing, url.toString()).report().verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"https://issuer.example/assertions/1\"",
                "a.b.c",
                "....",
                "eyJhbGciOiJub25lIn0.e30",
                "ftp://issuer.example/assertions/1",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://nowhere.example/",
                "{\"id\":1,\"id\":2}",
                "<svg",
                "\u0089PNG"
            })
    void whatIsNoBadgeCantBeRead(String received) {
        Verified verified = verify(site, received);
        assertThat(Site.status(verified, CheckName.PARSE)).contains(Status.FAIL);
        assertThat(verified.report().verdict()).isEqualTo(Verdict.INVALID);
        assertThat(verified.credential()).isEmpty();
        assertThat(verified.report().version()).isEmpty();
    }

    @Test
    void aUrlThatIsGoneOrUnreachableIsNotUnreadable() {
        site.put(Site.ASSERTION, new Fetched.Missing(410));
        assertThat(Site.status(verify(site, Site.ASSERTION), CheckName.REVOKED)).contains(Status.FAIL);
        site.put(Site.ASSERTION, new Fetched.Unavailable("it took too long"));
        assertThat(verdict(Site.ASSERTION)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void urlsThatLeadToOneAnotherHaveAnEnd() {
        Fetcher ring = location -> new Fetched.Document(
                location,
                Optional.empty(),
                Bytes.of("https://issuer.example/" + location.getPath().length()));
        Verified verified = verifier(ring).verify(Site.ASSERTION);
        assertThat(Site.status(verified, CheckName.PARSE)).contains(Status.FAIL);
    }

    @Test
    void aBadgeMakesTheVerifierFetchTenDocumentsAtMost() {
        AtomicInteger fetched = new AtomicInteger();
        Fetcher endless = location -> {
            fetched.incrementAndGet();
            String next = "https://issuer.example/" + fetched.get();
            Json document = Site.assertion()
                    .with("id", Json.of(location.toString()))
                    .with("endorsement", new Json.Array(Collections.nCopies(50, Json.of(next))));
            return new Fetched.Document(location, Optional.empty(), Bytes.of(JsonWriter.bytes(document)));
        };
        verifier(endless).verify(Site.ASSERTION);
        assertThat(fetched.get()).isBetween(2, 10);
    }

    @Test
    void deepAndLongInputIsRefused() {
        assertThat(verdict("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)))
                .isEqualTo(Verdict.INVALID);
        assertThat(verdict("{\"a\":\"" + "x".repeat(600_000) + "\"}")).isEqualTo(Verdict.INVALID);
        assertThat(verdict("a".repeat(3_000_000))).isEqualTo(Verdict.INVALID);
        assertThat(verdict("https://issuer.example/" + "a".repeat(3_000_000))).isEqualTo(Verdict.INVALID);
    }

    @Property(tries = 300)
    void noBytesMakeItThrow(@ForAll byte[] received) {
        assertThat(site.verify(received).report().verdict()).isNotEqualTo(Verdict.VALID);
    }

    private Verdict verdict(String received) {
        return verify(site, received).report().verdict();
    }

    private static Verified verify(Site site, String received) {
        return site.verifier(VerificationPolicy.LENIENT).verify(received);
    }

    private static Verifier verifier(Fetcher fetcher) {
        return new Verifier(fetcher, InstantSource.fixed(Site.NOW), VerificationPolicy.LENIENT);
    }
}
