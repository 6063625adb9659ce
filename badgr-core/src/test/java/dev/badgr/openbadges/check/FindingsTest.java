package dev.badgr.openbadges.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a verification writes, and what it fetches. */
class FindingsTest {
    private final List<URI> asked = new ArrayList<>();

    @Test
    void aReportHasAnEndButLosesNoKindOfLine() {
        Findings findings = new Findings();
        for (int i = 0; i < 2000; i++) {
            findings.warn(CheckName.EXTENSION, "the extension " + i, "OB 2.0");
        }
        findings.fail(CheckName.EXTENSION, "a worse one", "OB 2.0");
        findings.unknown(CheckName.STATUS, "not known", "OB 2.0");
        Report report = findings.report(Optional.empty());
        assertThat(report.checks()).hasSize(502);
        assertThat(report.status(CheckName.EXTENSION)).contains(Status.FAIL);
        assertThat(report.status(CheckName.STATUS)).contains(Status.UNKNOWN);
    }

    @Test
    void itKnowsWhatWasWritten() {
        Findings findings = new Findings();
        findings.pass(CheckName.TYPE, "good", "OB 2.0");
        assertThat(findings.has(CheckName.TYPE)).isTrue();
        assertThat(findings.failed(CheckName.TYPE)).isFalse();
        findings.fail(CheckName.TYPE, "bad", "OB 2.0");
        assertThat(findings.failed(CheckName.TYPE)).isTrue();
        assertThat(findings.has(CheckName.IMAGE)).isFalse();
    }

    @Test
    void theLetterIsStricter() {
        for (VerificationPolicy policy : VerificationPolicy.values()) {
            Verification verification = verification(policy);
            verification.failIfStrict(CheckName.TYPE, "not quite", "OB 2.0");
            assertThat(verification.findings().report(Optional.empty()).status(CheckName.TYPE))
                    .contains(policy == VerificationPolicy.STRICT ? Status.FAIL : Status.WARN);
        }
    }

    @Test
    void eachDocumentIsFetchedOnceAndTenAtMost() {
        Verification verification = verification(VerificationPolicy.LENIENT);
        verification.fetchJson("https://a.example/0");
        verification.apart().fetchJson("https://a.example/0");
        assertThat(asked).hasSize(1);
        for (int i = 1; i < 20; i++) {
            verification.apart().fetchJson("https://a.example/" + i);
        }
        assertThat(asked).hasSize(Verification.MOST_DOCUMENTS);
        assertThat(verification.fetch(URI.create("https://a.example/19"))).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void whatIsApartHasFindingsOfItsOwn() {
        Verification verification = verification(VerificationPolicy.STRICT);
        Verification apart = verification.apart();
        apart.findings().fail(CheckName.TYPE, "bad", "OB 2.0");
        assertThat(verification.findings().has(CheckName.TYPE)).isFalse();
        assertThat(apart.isStrict()).isTrue();
        assertThat(apart.now()).isEqualTo(verification.now());
    }

    @Test
    void whatIsNoUriIsNotAskedFor() {
        Verification verification = verification(VerificationPolicy.LENIENT);
        assertThat(verification.fetchJson("no uri")).isEmpty();
        assertThat(verification.fetchJson("relative")).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(verification.fetchJson("https://a.example/1"))
                .as("no JSON object")
                .isEmpty();
    }

    private Verification verification(VerificationPolicy policy) {
        return new Verification(policy, Instant.EPOCH, location -> {
            asked.add(location);
            return new Fetched.Document(location, Optional.empty(), Bytes.of("[]"));
        });
    }
}
