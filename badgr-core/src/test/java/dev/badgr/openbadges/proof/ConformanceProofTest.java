package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.proof.LinkedData.Expanded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Published credentials and vectors, when a folder of them is given; without one there is nothing to run. */
class ConformanceProofTest {
    private static final String FOLDER = System.getProperty("badgr.conformance", "");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<CheckName> DECIDED_HERE = List.of(CheckName.PROOF, CheckName.VERIFICATION_METHOD);

    private record Row(String file, String verdict, String check) {
        boolean isGood() {
            return verdict.equals("VALID") || verdict.equals("WARN");
        }
    }

    @TestFactory
    Stream<DynamicTest> embeddedProofsOfGoodBadges() {
        return rows("3.0")
                .filter(Row::isGood)
                .flatMap(row -> test(row, () -> {
                    Report report = report(row.file());
                    assertThat(report.status(CheckName.UNDEFINED_TERM)).contains(Status.PASS);
                    assertThat(report.status(CheckName.VERIFICATION_METHOD)).contains(Status.PASS);
                    assertThat(report.status(CheckName.PROOF)).contains(Status.PASS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> badProofs() {
        return DECIDED_HERE.stream().flatMap(this::badProofs);
    }

    private Stream<DynamicTest> badProofs(CheckName check) {
        return rows("3.0")
                .filter(row -> row.verdict().equals("INVALID") && row.check().equals(check.text()))
                .flatMap(row -> test(
                        row, () -> assertThat(report(row.file()).status(check)).contains(Status.FAIL)));
    }

    @TestFactory
    Stream<DynamicTest> proofsAlone() {
        return Stream.concat(Stream.concat(rows("DI"), rows("3.0")), rows("CLR 2.0"))
                .filter(row -> row.verdict().equals("PROOF"))
                .flatMap(row -> test(
                        row,
                        () -> assertThat(report(row.file()).status(CheckName.PROOF))
                                .contains(Status.PASS)));
    }

    @TestFactory
    Stream<DynamicTest> proofsThatBuildOnOthers() {
        return Stream.of(
                        "proof-set-chain/signedProofSet1.json",
                        "proof-set-chain/signedProofChain1.json",
                        "proof-set-chain/signedProofChain2.json",
                        "eddsa-jcs-2022/signedJCS.json")
                .map(name -> new Row("w3c/eddsa/" + name, "PROOF", "proof"))
                .filter(row -> exists(row.file()))
                .flatMap(row -> test(row, () -> {
                    Report report = report(row.file());
                    assertThat(report.status(CheckName.PROOF)).contains(Status.PASS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> publishedSteps() {
        return Stream.of(
                        new String[] {"eddsa-rdfc-2022", "DataInt", "signedDataInt"},
                        new String[] {"Ed25519Signature2020", "EdSig", "signedEdSig"})
                .filter(names -> exists("w3c/eddsa/" + names[0]))
                .flatMap(names -> steps("w3c/eddsa/" + names[0] + "/", names[1], names[2]));
    }

    private static Stream<DynamicTest> steps(String folder, String suffix, String signed) {
        return Stream.of(
                step(
                        folder + "canonDoc",
                        () -> assertThat(document(folder + signed + ".json"))
                                .isEqualTo(text(folder + "canonDoc" + suffix + ".txt"))),
                step(
                        folder + "proofCanon",
                        () -> assertThat(config(folder + signed + ".json"))
                                .isEqualTo(text(folder + "proofCanon" + suffix + ".txt"))),
                step(folder + "hashes", () -> {
                    byte[] document = Hashes.of("SHA-256", document(folder + signed + ".json"));
                    byte[] config = Hashes.of("SHA-256", config(folder + signed + ".json"));
                    assertThat(hex(document)).isEqualTo(text(folder + "docHash" + suffix + ".txt"));
                    assertThat(hex(config)).isEqualTo(text(folder + "proofHash" + suffix + ".txt"));
                    assertThat(hex(Hashes.joined(config, document)))
                            .isEqualTo(text(folder + "combinedHash" + suffix + ".txt"));
                }),
                step(folder + "signature", () -> {
                    String value = proof(folder + signed + ".json").value();
                    assertThat(value).isEqualTo(text(folder + "sigBTC58" + suffix + ".txt"));
                    assertThat(hex(Base58.parse(value.substring(1))))
                            .isEqualTo(text(folder + "sigHex" + suffix + ".txt"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> publishedStepsOfTheSpecification() {
        return Stream.of("ob", "clr")
                .map(name -> "spec-vectors/specvec-" + name)
                .filter(name -> exists(name + ".json"))
                .flatMap(name -> Stream.of(
                        step(
                                name + " document",
                                () -> assertThat(document(name + ".json"))
                                        .isEqualTo(text(name + "-document-canon.txt"))),
                        step(
                                name + " proof",
                                () -> assertThat(config(name + ".json").strip())
                                        .isEqualTo(
                                                text(name + "-proof-canon.txt").strip()))));
    }

    private static DynamicTest step(String name, Executable body) {
        return DynamicTest.dynamicTest(name, body);
    }

    private static Stream<DynamicTest> test(Row row, Executable body) {
        return hasProof(row) ? Stream.of(DynamicTest.dynamicTest(row.file(), body)) : Stream.empty();
    }

    private static Stream<Row> rows(String specification) {
        return exists("EXPECTED.tsv")
                ? table().filter(cells -> cells[1].equals(specification))
                        .map(cells -> new Row(cells[0], cells[2], cells[3]))
                : Stream.empty();
    }

    private static Stream<String[]> table() {
        return text("EXPECTED.tsv").lines().skip(1).map(line -> line.split("\t", -1));
    }

    /** JWTs and images are for others; a badge that lacks its proof is for us. */
    private static boolean hasProof(Row row) {
        try {
            return read(row.file()).has("proof") || row.check().equals("proof");
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean exists(String file) {
        return !FOLDER.isEmpty() && Files.exists(Path.of(FOLDER, file));
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(FOLDER, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(String file) {
        return JsonReader.object(bytes(file));
    }

    private static Proof proof(String file) {
        return Proof.of(read(file).objects("proof").get(0));
    }

    private static String document(String file) {
        return canonical(read(file).without("proof"));
    }

    private static String config(String file) {
        return canonical(proof(file).config(read(file)));
    }

    private static String canonical(JsonObject document) {
        return ((Expanded) TestContexts.EXPANDER.expand(document)).statements().canonical();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Report report(String file) {
        Fetcher nothing = location -> new Fetched.Unavailable("not here");
        Verification verification = new Verification(VerificationPolicy.LENIENT, NOW, nothing);
        DataIntegrity.verify(read(file), verification, "assertionMethod", TestContexts.EXPANDER);
        return verification.findings().report(Optional.empty());
    }
}
