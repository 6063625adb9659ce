package dev.badgr.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.award.AwardId;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward.ExternalKey;
import dev.badgr.award.NewRevocation;
import dev.badgr.bulk.BulkFile.Format;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Some;
import dev.badgr.text.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of awards and revocations: what is right is read, and what is wrong is named by line and column. */
class BulkFileTest {
    private static final String HEADER = "recipient,issuer,badge,externalKey,issuedOn,narrative,evidence\n";
    private static final AwardRow FULL = new AwardRow(
            BadgeId.parse("plp/data"),
            EmailAddress.parse("mia@school.edu"),
            new ExternalKey("course-7", Instant.parse("2026-03-01T08:30:00Z")),
            Optional.of("She \"cleaned\",\nthe data."),
            List.of(Evidence.of("https://plp.example/1"), Evidence.of("https://plp.example/2")));

    @Test
    void aRowOfCsvIsAnAward() {
        List<Line<AwardRow>> lines = csv(HEADER
                + "mia@school.edu,plp,data,course-7,2026-03-01T09:30:00+01:00,\"She \"\"cleaned\"\",\r\nthe data.\","
                + "https://plp.example/1 https://plp.example/2\n\n"
                + "leo@school.edu,,plp/data,8,2026-03-01,,\n");
        AwardRow bare = new AwardRow(
                BadgeId.parse("plp/data"),
                EmailAddress.parse("leo@school.edu"),
                new ExternalKey("8", Instant.parse("2026-03-01T00:00:00Z")),
                Optional.empty(),
                List.of());
        assertThat(lines).containsExactly(Line.of(2, FULL), Line.of(5, bare));
    }

    @Test
    void aLineOfJsonIsAnAward() {
        List<Line<AwardRow>> lines =
                json("\uFEFF\n{\"recipient\":\"mia@school.edu\",\"badge\":\"plp/data\",\"external_key\":\"course-7\","
                        + "\"issued-on\":\"2026-03-01T08:30:00Z\",\"narrative\":\"She \\\"cleaned\\\",\\nthe data.\","
                        + "\"evidence\":[\"https://plp.example/1\",{\"url\":\"https://plp.example/2\",\"narrative\":\"Look.\"}]}\r\n"
                        + "{\"recipient\":\"mia@school.edu\",\"issuer\":\"plp\",\"badge\":\"data\",\"externalKey\":7,"
                        + "\"issuedOn\":\"2026-03-01\",\"narrative\":null}");
        AwardRow first = lines.get(0).value().orElseThrow();
        assertThat(lines.get(0).number()).isEqualTo(2);
        assertThat(first.external()).isEqualTo(FULL.external());
        assertThat(first.narrative()).isEqualTo(FULL.narrative());
        assertThat(first.evidence())
                .containsExactly(
                        Evidence.of("https://plp.example/1"),
                        new Evidence(URI.create("https://plp.example/2"), Optional.of("Look.")));
        assertThat(lines.get(1).value().orElseThrow().external().key()).isEqualTo("7");
        assertThat(lines.get(1).number()).isEqualTo(3);
    }

    @Test
    void columnsMayBeInAnyOrderAndWrittenInAnyWay() {
        assertThat(csv("Issued On,external_key,BADGE,Recipient\n2026-03-01,x,plp/data,mia@school.edu\n"))
                .allMatch(line -> line.value().isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mia@,plp,data,k,2026-03-01,,                                  | recipient: email.format
            ,plp,data,k,2026-03-01,,                                      | recipient: required
            mia@school.edu,plp,Data!,k,2026-03-01,,                       | badge: badge.format
            mia@school.edu,,data,k,2026-03-01,,                           | badge: badge.format
            mia@school.edu,plp,,k,2026-03-01,,                            | badge: required
            mia@school.edu,plp,data,,2026-03-01,,                         | externalKey: required
            mia@school.edu,plp,data,k,yesterday,,                         | issuedOn: time.format
            mia@school.edu,plp,data,k,2026-02-30,,                        | issuedOn: time.format
            mia@school.edu,plp,data,k,1969-12-31,,                        | issuedOn: time.format
            mia@school.edu,plp,data,k,,,                                  | issuedOn: required
            mia@school.edu,plp,data,k,2026-03-01,,javascript:alert(1)     | evidence: url.format
            mia@school.edu,plp,data,k,2026-03-01,,not a url               | evidence: url.format
            mia@school.edu,plp,data,k,2026-03-01,                         | line: line.columns
            mia@school.edu,plp,data,"k"x,2026-03-01,,                     | line: line.quotes
            mia@,plp,data,,never,,                                        | recipient: email.format, externalKey: required, issuedOn: time.format
            """)
    void whatIsWrongIsNamedByColumnAndTheNextRowIsRead(String row, String wrong) {
        List<Line<AwardRow>> lines = csv(HEADER + row + "\nmia@school.edu,plp,data,k,2026-03-01,,\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).number()).isEqualTo(2);
        assertThat(rules(lines.get(0))).containsExactly(wrong.split(", "));
        assertThat(lines.get(0).violations())
                .allSatisfy(v -> assertThat(v.message(Locale.ENGLISH)).doesNotContain("mia", "{"));
        assertThat(lines.get(1).value()).isPresent();
    }

    @Test
    void whatIsTooMuchIsRefused() {
        String good = "mia@school.edu,plp,data,%s,2026-03-01,%s,%s\n";
        assertThat(rules(csv(HEADER + good.formatted("k".repeat(201), "", "")).get(0)))
                .containsExactly("externalKey: too-long");
        assertThat(rules(csv(HEADER + good.formatted("k", "n".repeat(4001), "")).get(0)))
                .containsExactly("narrative: too-long");
        assertThat(rules(csv(HEADER + good.formatted("k", "", "https://a.example/ ".repeat(21)))
                        .get(0)))
                .containsExactly("evidence: evidence.too-many");
        assertThat(rules(csv(HEADER + good.formatted("k", "n".repeat(LineReader.LONGEST), ""))
                        .get(0)))
                .containsExactly("line: line.too-long");
        assertThat(rules(json("{\"recipient\":\"" + "n".repeat(LineReader.LONGEST) + "\"}\n{}")
                        .get(0)))
                .containsExactly("line: line.too-long");
    }

    @Test
    void textThatIsNoUtf8IsRefused() {
        byte[] bytes = (HEADER
                        + "mia@school.edu,plp,data,k\u00E9,2026-03-01,,\nleo@school.edu,plp,data,k,2026-03-01,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        List<Line<AwardRow>> lines =
                BulkFile.awards(new ByteArrayInputStream(bytes), Format.CSV).toList();
        assertThat(rules(lines.get(0))).containsExactly("line: malformed");
        assertThat(lines.get(1).value()).isPresent();
    }

    @Test
    void aHeaderThatIsWrongIsTheOnlyRow() {
        List<Line<AwardRow>> misspelt =
                csv("recipient,badge,externalkey,issuedOn,narative\nmia@school.edu,plp/data,k,2026-03-01,x\n");
        assertThat(misspelt).hasSize(1);
        assertThat(rules(misspelt.get(0))).containsExactly("line: line.column-unknown");
        assertThat(misspelt.get(0).violations().get(0).message(Locale.ENGLISH)).contains("narrative");
        assertThat(rules(csv("badge,recipient,Badge\nx,y,z\n").get(0))).containsExactly("line: line.column-twice");
        assertThat(csv("")).isEmpty();
        assertThat(csv(HEADER)).isEmpty();
    }

    @Test
    void aLineThatIsNoObjectIsRefusedAndTheNextIsRead() {
        List<Line<AwardRow>> lines =
                json("[1]\n{\"badge\":\n{\"badge\":{}}\n{\"bage\":\"x\"}\n{\"badge\":\"a\",\"Badge\":\"b\"}\n");
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rules(lines.get(0))).containsExactly("line: line.json");
        assertThat(rules(lines.get(1))).containsExactly("line: line.json");
        assertThat(rules(lines.get(2))).contains("badge: line.text", "recipient: required");
        assertThat(rules(lines.get(3))).containsExactly("line: line.column-unknown");
        assertThat(rules(lines.get(4))).containsExactly("line: line.column-twice");
    }

    @Test
    void aRowOfRevocationsNamesAnAwardAndAReason() {
        AwardId id = AwardId.random(Some.recipient(Some.address()), Instant.EPOCH, Some.random());
        List<Line<NewRevocation>> lines = BulkFile.revocations(
                        stream("award,reason\n" + id.text() + ",Repeated.\nx,\n"), Format.CSV)
                .toList();
        assertThat(lines.get(0)).isEqualTo(Line.of(2, new NewRevocation(id, "Repeated.")));
        assertThat(rules(lines.get(1))).containsExactly("award: award.format", "reason: required");
    }

    @Test
    void rowsAreReadWhenTheyAreAskedFor() {
        AtomicInteger read = new AtomicInteger();
        byte[] row = "{}\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        InputStream counted = new ByteArrayInputStream(row) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return super.read(into, from, length);
            }
        };
        assertThat(BulkFile.awards(counted, Format.JSON_LINES).limit(3)).hasSize(3);
        assertThat(read.get()).isLessThan(1 << 18);
    }

    @Test
    void aFileThatCantBeReadIsNoRow() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> BulkFile.awards(broken, Format.CSV).toList()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theEndingOfAFileTellsItsFormat() {
        assertThat(Format.of("Awards.CSV")).contains(Format.CSV);
        assertThat(Format.of("a.jsonl")).contains(Format.JSON_LINES);
        assertThat(Format.of("a.ndjson")).contains(Format.JSON_LINES);
        assertThat(Format.of("csv.json")).isEmpty();
    }

    private static Stream<String> rulesOf(List<Violation> violations) {
        return violations.stream().map(v -> v.field() + ": " + v.rule());
    }

    private static List<String> rules(Line<?> line) {
        return rulesOf(line.violations()).toList();
    }

    private static List<Line<AwardRow>> csv(String text) {
        return BulkFile.awards(stream(text), Format.CSV).toList();
    }

    private static List<Line<AwardRow>> json(String text) {
        return BulkFile.awards(stream(text), Format.JSON_LINES).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
