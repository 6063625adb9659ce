package dev.badgr.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Badgr;
import dev.badgr.Secrets;
import dev.badgr.Site;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.email.EmailAddress;
import dev.badgr.examples.bulk.Graduation.Completion;
import dev.badgr.jdbc.JdbcSchema;
import dev.badgr.jdbc.JdbcStorage;
import dev.badgr.testing.RecordingMailer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on real databases: a file is awarded, also when the process was killed in the middle; and taken back. */
class BulkAwardsTest {
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("BADGR_DB_PASSWORD", "postgres", "BADGR_CODE_SECRET", SECRET, "BADGR_RECIPIENT_SECRET", SECRET);
    private static final Issuer PLP = Issuer.of("plp", "Peer Learning Place", "https://plp.example/");

    @TempDir
    private Path folder;

    private final RecordingMailer mailer = new RecordingMailer();

    @Test
    void aRunThatIsKilledInTheMiddleIsBegunAgainAndEveryRowIsThereOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            Path file = Files.writeString(folder.resolve("awards.csv"), csv(60_000));
            try (HikariDataSource database = prepared(url, "postgres")) {
                assertThat(killedAfter(1, args(url, file))).isEqualTo(HaltingRun.HALTED);
                assertThat(count(database, "badgr_award")).isBetween(1L, 59_999L);
                String summary = run(0, args(url, file));
                assertThat(summary)
                        .contains("of 60,000 rows")
                        .contains("rows/s")
                        .contains("0 refused");
                assertThat(count(database, "badgr_award")).isEqualTo(60_000);
                assertThat(run(0, args(url, file))).contains("0 awarded, 60,000 before");
                assertThat(count(database, "(select distinct external_key from badgr_award) keys"))
                        .isEqualTo(60_000);
            }
        }
    }

    @Test
    void badRowsAreToldAndTheOthersAwardedAndTakenBack() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("badgr");
        Path file = Files.writeString(folder.resolve("awards.jsonl"), jsonLines());
        Path outcomes = folder.resolve("outcomes.csv");
        try (HikariDataSource database = prepared(url, "sa")) {
            String summary = run(1, and(args(url, file), "--outcomes", outcomes.toString()));
            assertThat(summary)
                    .contains("2 awarded, 0 before, 2 refused")
                    .contains("line 2: recipient: This is not an e-mail address")
                    .contains("line 4: ");
            List<String> rows = Files.readAllLines(outcomes);
            assertThat(rows).hasSize(5).first().isEqualTo("line,outcome,award,reason");
            assertThat(rows.get(2)).startsWith("2,refused,,\"recipient:");
            Path back = Files.writeString(folder.resolve("back.csv"), revocations(rows));
            assertThat(run(0, and(args(url, back), "--revoke"))).contains("2 revoked, 0 before, 0 refused");
            assertThat(run(0, and(args(url, back), "--revoke"))).contains("0 revoked, 2 before, 0 refused");
            assertThat(badgr(database).notices().deliver(100).delivered()).isZero();
        }
    }

    @Test
    void everybodyWhoHasFinishedGetsTheBadgeOnce() throws Exception {
        try (HikariDataSource database = prepared("jdbc:h2:file:" + folder.resolve("badgr"), "sa")) {
            Badgr badgr = badgr(database);
            Badge data = badgr.badges().find(BadgeId.parse("plp/data")).orElseThrow();
            List<String> log = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                Graduation.award(
                        badgr,
                        data,
                        Stream.of("mia@school.edu", "leo@school.edu").map(this::done),
                        log::add);
            }
            assertThat(log).isEmpty();
            assertThat(count(database, "badgr_award")).isEqualTo(2);
            assertThat(badgr.notices().deliver(100).delivered()).isEqualTo(2);
        }
    }

    private Completion done(String learner) {
        return new Completion("course-7/" + learner, EmailAddress.parse(learner), Instant.EPOCH);
    }

    @Test
    void aTerminalHasABar() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("badgr");
        Path file = Files.writeString(folder.resolve("awards.csv"), csv(3));
        try (HikariDataSource database = prepared(url, "sa")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int exit = BulkAwards.run(ENVIRONMENT, printTo(out), true, and(args(url, file), "--no-notices"));
            assertThat(exit).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("\r[##############################] 3 of 3 rows");
            assertThat(badgr(database).notices().deliver(100).delivered()).isZero();
        }
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThat(run(2)).contains("--url").contains("BADGR_RECIPIENT_SECRET");
        assertThat(run(2, "--url", "jdbc:h2:mem:x", "--file", "awards.txt")).contains("Options:");
        assertThat(run(3, args("jdbc:h2:mem:empty", folder.resolve("awards.csv"))))
                .contains("Broken off");
    }

    private HikariDataSource prepared(String url, String user) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername(user);
        database.setPassword(ENVIRONMENT.get("BADGR_DB_PASSWORD"));
        JdbcSchema.apply(database);
        badgr(database)
                .badges()
                .define(Badge.of(PLP, "data", "Data", "Cleans.", "Course.", "https://plp.example/b.png"));
        return database;
    }

    private Badgr badgr(HikariDataSource database) {
        return Badgr.builder()
                .storage(JdbcStorage.of(database))
                .secrets(Secrets.fromBase64(SECRET, SECRET))
                .site(Site.at("PLP", "https://plp.example"))
                .mailer(mailer)
                .build();
    }

    private static String run(int expected, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = BulkAwards.run(ENVIRONMENT, printTo(out), false, args);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isEqualTo(expected);
        return text;
    }

    private static int killedAfter(int slices, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HaltingRun.class.getName(),
                Integer.toString(slices)));
        command.addAll(Arrays.asList(args));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(ENVIRONMENT);
        return process.start().waitFor();
    }

    private static String[] args(String url, Path file) {
        String user = url.contains(":h2:") ? "sa" : "postgres";
        return new String[] {"--url", url, "--user", user, "--file", file.toString()};
    }

    private static String[] and(String[] args, String... more) {
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    private static PrintStream printTo(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static String csv(int rows) {
        return "recipient,badge,external key,issued on\r\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "learner-" + i + "@school.edu,plp/data,course-" + i + ",2026-03-01\r\n")
                        .collect(Collectors.joining());
    }

    private static String jsonLines() {
        String row =
                "{\"recipient\":\"%s\",\"issuer\":\"plp\",\"badge\":\"%s\",\"externalKey\":\"%s\",\"issuedOn\":\"2026-03-01\"}\n";
        return row.formatted("mia@school.edu", "data", "1")
                + row.formatted("mia@", "data", "2")
                + row.formatted("leo@school.edu", "data", "3")
                + row.formatted("leo@school.edu", "unknown", "4");
    }

    private static String revocations(List<String> outcomes) {
        return "award,reason\n"
                + outcomes.stream()
                        .filter(row -> row.contains(",done,"))
                        .map(row -> row.split(",", -1)[2] + ",The exam was repeated.\n")
                        .collect(Collectors.joining());
    }

    private static long count(HikariDataSource database, String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getLong(1);
        }
    }
}
