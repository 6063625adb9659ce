package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Badges that others made, each with the verdict that is expected of it. */
class ConformanceV3Test {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private record Row(String file, String spec, String verdict, String check, String strictVerdict) {}

    @TestFactory
    Stream<DynamicTest> everyPublishedBadgeGetsItsVerdict() throws IOException {
        String folder = System.getProperty("badgr.conformance", "");
        if (folder.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("there is no folder of published badges", () -> {}));
        }
        Path root = Path.of(folder);
        return rows(root).stream()
                .filter(row -> row.spec().equals("3.0") && !row.verdict().equals("PROOF"))
                .map(row -> DynamicTest.dynamicTest(row.file(), () -> judge(root, row)));
    }

    private static void judge(Path root, Row row) throws IOException {
        Report lenient = verify(root, row, VerificationPolicy.LENIENT);
        assertThat(lenient.verdict()).as("%s", lenient.findings()).isEqualTo(Verdict.valueOf(row.verdict()));
        if (!row.check().isEmpty() && row.verdict().equals("INVALID")) {
            CheckName name =
                    CheckName.valueOf(row.check().toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(lenient.status(name)).as("%s", lenient.findings()).contains(Status.FAIL);
        }
        if (!row.strictVerdict().isEmpty()) {
            Report strict = verify(root, row, VerificationPolicy.STRICT);
            assertThat(strict.verdict()).as("%s", strict.findings()).isEqualTo(Verdict.valueOf(row.strictVerdict()));
        }
    }

    private static Report verify(Path root, Row row, VerificationPolicy policy) throws IOException {
        Verification verification = new Verification(policy, THEN, fetcher(root));
        String text = badge(Files.readAllBytes(root.resolve(row.file()))).strip();
        if (Jws.isOne(text)) {
            Credentials.verify(Jws.parse(text), verification);
        } else {
            Credentials.verify(JsonReader.object(text.getBytes(StandardCharsets.UTF_8)), verification);
        }
        return verification.findings().report(Optional.of(Report.Version.V3_0));
    }

    private static List<Row> rows(Path root) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("EXPECTED.tsv"))) {
            String[] cells = line.split("\t", -1);
            rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
        return rows;
    }

    private static Fetcher fetcher(Path root) {
        return location -> {
            try {
                for (String line : Files.readAllLines(root.resolve("urls.tsv"))) {
                    String[] cells = line.split("\t", -1);
                    String rest = location.toString().startsWith(cells[0])
                            ? location.toString().substring(cells[0].length())
                            : "?";
                    Path file = root.resolve(cells[1] + rest).normalize();
                    if (!rest.equals("?") && Files.isRegularFile(file)) {
                        return new Fetched.Document(location, Optional.empty(), Bytes.of(Files.readAllBytes(file)));
                    }
                }
                return new Fetched.Missing(404);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The badge in a picture; enough for these pictures. */
    private static String badge(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Matcher svg = Pattern.compile("verify=\"([^\"]+)\"").matcher(text);
        if (text.startsWith("<?xml")) {
            assertThat(svg.find()).isTrue();
            return svg.group(1);
        }
        int chunk = text.indexOf("iTXtopenbadgecredential\0");
        if (chunk < 0) {
            return new String(content, StandardCharsets.UTF_8);
        }
        int length = ByteBuffer.wrap(content).getInt(chunk - 4);
        int start = chunk + 4 + "openbadgecredential".length() + 5;
        return new String(Arrays.copyOfRange(content, start, chunk + 4 + length), StandardCharsets.UTF_8);
    }
}
