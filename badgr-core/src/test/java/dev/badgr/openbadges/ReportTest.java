package dev.badgr.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a report, and what they come to together. */
class ReportTest {
    @ParameterizedTest
    @CsvSource({"PASS, VALID", "WARN, WARN", "UNKNOWN, UNKNOWN", "FAIL, INVALID"})
    void theWorstLineDecides(Status worst, Verdict verdict) {
        assertThat(report(
                                line(CheckName.PARSE, Status.PASS),
                                line(CheckName.HOSTED, worst),
                                line(CheckName.TYPE, Status.PASS))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aFailureOutweighsWhatIsNotKnown() {
        assertThat(report(line(CheckName.STATUS, Status.UNKNOWN), line(CheckName.PROOF, Status.FAIL))
                        .verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void someLinesDoNotDecide() {
        assertThat(Arrays.stream(CheckName.values()).filter(name -> !name.decides()))
                .containsExactly(CheckName.ISSUER_BINDING, CheckName.ENDORSEMENT, CheckName.RECIPIENT);
        assertThat(report(line(CheckName.PARSE, Status.PASS), line(CheckName.ENDORSEMENT, Status.FAIL))
                        .verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(report(line(CheckName.ENDORSEMENT, Status.PASS)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void provenAndBoundAreTwoThings() {
        Report proven = report(line(CheckName.PROOF, Status.PASS));
        assertThat(proven.isProven()).isTrue();
        assertThat(proven.isIssuerBound()).isFalse();
        assertThat(report(line(CheckName.PROOF, Status.PASS), line(CheckName.PROOF, Status.FAIL))
                        .isProven())
                .isFalse();
        assertThat(report(line(CheckName.PROOF, Status.PASS), line(CheckName.PROOF, Status.WARN))
                        .isProven())
                .isTrue();
        assertThat(report(line(CheckName.PROOF, Status.WARN)).isProven()).isFalse();
        assertThat(report(line(CheckName.ISSUER_BINDING, Status.PASS)).isIssuerBound())
                .isTrue();
        assertThat(report(line(CheckName.PARSE, Status.PASS)).isProven()).isFalse();
    }

    @Test
    void theFindingsAreWhatIsNotAsItShouldBe() {
        Report report = report(line(CheckName.PARSE, Status.PASS), line(CheckName.TYPE, Status.WARN));
        assertThat(report.findings()).extracting(Check::name).containsExactly(CheckName.TYPE);
        assertThat(report.status(CheckName.TYPE)).contains(Status.WARN);
        assertThat(report.status(CheckName.IMAGE)).isEmpty();
    }

    @Test
    void namesHaveAText() {
        assertThat(CheckName.EXPIRES_BEFORE_ISSUED.text()).isEqualTo("expires-before-issued");
    }

    @Test
    void aLineIsOneLine() {
        Check check = new Check(CheckName.TYPE, Status.FAIL, "a\r\nb\u0000\u202Ec\u2028d\uD800e", "OB 2.0");
        assertThat(check.found()).isEqualTo("a??b??c?d?e");
    }

    @Property
    void aLineIsShortAndClean(@ForAll String found) {
        String cleaned = new Check(CheckName.TYPE, Status.FAIL, found.repeat(3), "OB 2.0").found();
        assertThat(cleaned.length()).isLessThanOrEqualTo(300);
        assertThat(cleaned.codePoints().filter(Character::isISOControl)).isEmpty();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cleaned)).isTrue();
    }

    private static Report report(Check... checks) {
        return new Report(Optional.empty(), List.of(checks));
    }

    private static Check line(CheckName name, Status status) {
        return new Check(name, status, "found", "OB 2.0");
    }
}
