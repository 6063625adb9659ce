package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published credentials and vectors, when a folder of them is given. */
class ConformanceProofTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Rows whose file is good by its publisher's word, but whose key can't be had without the web. */
    private static final String FOLDER = System.getProperty("badgr.conformance", "");

    private record Row(String file, String verdict, String check) {}

    @TestFactory
    Stream<DynamicTest> embeddedProofs() throws IOException {
        return rows().filter(row -> hasProof(row.file()))
                .map(row -> DynamicTest.dynamicTest(row.file(), () -> {
                    Verification verification = verification();
                    DataIntegrity.verify(read(row.file()), verification, "assertionMethod");
                    List<Check> checks =
                            verification.findings().report(Optional.empty()).checks();
                    System.out.println(row + " " + checks);
                }));
    }

    private static Stream<Row> rows() throws IOException {
        if (FOLDER.isEmpty()) {
            return Stream.empty();
        }
        return Files.readAllLines(Path.of(FOLDER, "EXPECTED.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[2], cells[3]));
    }

    private static boolean hasProof(String file) {
        return (file.contains("ob30")
                && (file.endsWith(".json") || file.endsWith("testlist") || file.endsWith(".1ob")));
    }

    private static JsonObject read(String file) throws IOException {
        return JsonReader.object(Files.readAllBytes(Path.of(FOLDER, file)));
    }

    private static Verification verification() {
        return new Verification(VerificationPolicy.LENIENT, NOW, Fetcher.none());
    }
}
