package dev.badgr.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others issue with their own libraries; {@code issue.mjs} beside the file says how. The other way round is run.sh there. */
class SecondImplementationTest {
    private static final Verifier VERIFIER =
            new Verifier(Fetcher.none(), () -> Instant.parse("2026-01-01T00:00:00Z"), VerificationPolicy.STRICT);

    @Test
    void theirCredentialIsGoodHere() throws IOException {
        Report report = VERIFIER.verify(theirs()).report();
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.VALID);
        assertThat(report.isProven()).isTrue();
        assertThat(report.isIssuerBound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Clockmaker, Clockbreaker",
        "ada@school.example, eve@school.example",
        "2025-09-01T08:00:00Z, 2025-09-02T08:00:00Z",
        "Builds clocks., Builds clocks!"
    })
    void aChangedOneIsNot(String words, String others) throws IOException {
        assertThat(theirs()).contains(words);
        Report report = VERIFIER.verify(theirs().replace(words, others)).report();
        assertThat(report.status(CheckName.PROOF)).contains(Status.FAIL);
    }

    private static String theirs() throws IOException {
        try (InputStream file = SecondImplementationTest.class.getResourceAsStream("/dev/badgr/second/theirs.json")) {
            return new String(Objects.requireNonNull(file, "theirs.json").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
