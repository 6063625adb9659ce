package dev.badgr.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.verify.ConformanceFolder.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Badges that others published come out as their publishers say, and the line that decides is the one that they say. The folder is given
 * as {@code -Dbadgr.conformance=DIR}; without it there is nothing to run.
 */
class ConformanceTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    /** Rows of which the specification supports another verdict, with the section that says so. */
    private static final Map<String, Verdict> DISAGREEMENTS = Map.of();

    @TestFactory
    Stream<DynamicTest> eachPublishedBadgeHasItsVerdict() {
        return ConformanceFolder.given()
                .map(ConformanceTest::tests)
                .orElseGet(() -> Stream.of(DynamicTest.dynamicTest("no folder is given: nothing to run", () -> {})));
    }

    private static Stream<DynamicTest> tests(ConformanceFolder folder) {
        return folder.rows().stream()
                .filter(row -> !row.verdict().equals("PROOF"))
                .map(row -> DynamicTest.dynamicTest(row.file(), () -> judge(folder, row)));
    }

    private static void judge(ConformanceFolder folder, Row row) {
        Report lenient = report(folder, row, VerificationPolicy.LENIENT);
        switch (row.verdict()) {
            case "BAKED" -> assertThat(lenient.status(CheckName.PARSE)).contains(Status.PASS);
            case "EMPTY" -> assertThat(lenient.status(CheckName.PARSE)).contains(Status.FAIL);
            default -> compare(row, lenient, expected(row), true);
        }
        // The check of a row is that of its verdict; only where that is VALID, it is that of the letter.
        boolean namesCheck = row.verdict().equals("VALID");
        row.strictVerdict()
                .ifPresent(
                        verdict -> compare(row, report(folder, row, VerificationPolicy.STRICT), verdict, namesCheck));
    }

    private static Report report(ConformanceFolder folder, Row row, VerificationPolicy policy) {
        return new Verifier(folder.web(row), CLOCK, policy)
                .verify(folder.content(row.file()))
                .report();
    }

    private static Verdict expected(Row row) {
        return Optional.ofNullable(DISAGREEMENTS.get(row.file())).orElseGet(() -> Verdict.valueOf(row.verdict()));
    }

    private static void compare(Row row, Report report, Verdict verdict, boolean namesCheck) {
        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(verdict);
        if (namesCheck && verdict != Verdict.VALID) {
            assertThat(row.checks())
                    .allSatisfy(name -> assertThat(report.status(named(name)))
                            .as(name + " in " + report.findings())
                            .contains(deciding(verdict)));
        }
    }

    private static CheckName named(String text) {
        return CheckName.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Status deciding(Verdict verdict) {
        return switch (verdict) {
            case VALID -> Status.PASS;
            case WARN -> Status.WARN;
            case UNKNOWN -> Status.UNKNOWN;
            case INVALID -> Status.FAIL;
        };
    }
}
