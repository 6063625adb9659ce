package dev.badgr.openbadges.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.issue.IssuerIdentity.Did;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our own verifier over what is written for others: each sample is valid, and each copy that was tampered with is not. */
class IssuedSamplesTest {
    private static final String BADGES = "(tampered-.*)?v[23]-(hosted|signed|token|embedded|rs|es|eddsa).*";

    @TestFactory
    Stream<DynamicTest> eachSample() throws IOException {
        Map<String, byte[]> samples = IssuedSamples.of();
        // For the second implementation, which second/run.sh runs.
        IssuedSamples.write(samples, Path.of("target", "issued-samples"));
        assertThat(samples.keySet()).filteredOn(name -> name.matches(BADGES)).hasSizeGreaterThan(35);
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().matches(BADGES))
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> judge(sample.getKey(), sample.getValue(), served(sample.getKey(), samples))));
    }

    private static void judge(String name, byte[] sample, Map<URI, Fetched> served) {
        Fetcher fetcher = url -> served.getOrDefault(withoutFragment(url), new Fetched.Missing(404));
        Verified verified = new Verifier(
                        fetcher, () -> Issuing.ISSUED.plus(Duration.ofDays(9)), VerificationPolicy.STRICT)
                .verify(sample);
        assertThat(verified.report().verdict())
                .as(() -> name + " " + verified.report().findings())
                .isEqualTo(expected(name));
    }

    /** Of a hosted badge it is the hosted copy that counts, so a changed one is no more than a warning. */
    private static Verdict expected(String name) {
        if (name.equals("tampered-v2-hosted.json")) {
            return Verdict.WARN;
        }
        return name.startsWith("tampered-") ? Verdict.INVALID : Verdict.VALID;
    }

    /** The keys have one issuer, so there is a document for each of them. */
    private static Map<URI, Fetched> served(String name, Map<String, byte[]> samples) {
        Map<URI, Fetched> served = new HashMap<>();
        IssuerIdentity all = Issuing.issuer("rs256")
                .withFormerKeys(
                        new IssuerKey("es256", Issuing.key("es256").publicKey()),
                        new IssuerKey("eddsa", Issuing.key("eddsa").publicKey()));
        List<ServedDocument> documents = List.of(
                IssuerDocuments.issuer(all),
                IssuerDocuments.badgeClass(all, Issuing.BADGE),
                IssuerDocuments.revocationList(all, List.of()),
                IssuerDocuments.key(all, "rs256").orElseThrow(),
                IssuerDocuments.key(all, "es256").orElseThrow(),
                IssuerDocuments.key(all, "eddsa").orElseThrow(),
                CredentialDocuments.didDocument(all),
                Assertions.hosted(IssuedSamples.issuance("rs256")));
        documents.forEach(document -> put(served, document));
        // Those with an embedded proof are issued under the key itself.
        IssuerIdentity lister = name.contains("embedded") || name.contains("rdfc")
                ? Issuing.issuer("eddsa").with(Did.KEY)
                : all;
        put(served, CredentialDocuments.statusList(lister, Issuing.SLOT.list(), List.of(), Issuing.ISSUED));
        served.put(
                Issuing.BADGE.image(),
                new Fetched.Document(
                        Issuing.BADGE.image(),
                        Optional.of("image/png"),
                        Bytes.of(samples.getOrDefault("v2-signed-baked.png", new byte[0]))));
        return served;
    }

    private static void put(Map<URI, Fetched> served, ServedDocument document) {
        served.put(
                document.location(),
                new Fetched.Document(document.location(), Optional.of(document.mediaType()), document.content()));
    }

    private static URI withoutFragment(URI url) {
        return URI.create(url.toString().replaceFirst("#.*", ""));
    }
}
