package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.CollectionForm;
import dev.badgr.EmailForm;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewAward;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.openbadges.Fetched;
import dev.badgr.port.Mail;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an erasure no table that the catalogue knows, now or later, tells of the person. */
class EraseEverythingTest {
    @Test
    void onPostgres() throws SQLException {
        try (HikariDataSource database = Postgres.migrated(10)) {
            assertNothingIsLeft(database);
        }
    }

    @Test
    void onH2(@TempDir Path folder) throws SQLException {
        try (HikariDataSource database = H2Files.migrated(folder, 10)) {
            assertNothingIsLeft(database);
        }
    }

    @Test
    void onMariaDb() throws SQLException {
        try (HikariDataSource database = MariaDb.migrated(10)) {
            assertNothingIsLeft(database);
        }
    }

    private static void assertNothingIsLeft(DataSource database) throws SQLException {
        ScriptedVerifier verifier = new ScriptedVerifier();
        TestApp app = TestApp.on(
                JdbcStorage.of(database),
                builder -> builder.verifier(verifier).fetcher(location -> {
                    EmailAddress whose = EmailAddress.parse(location.getPath().substring(1));
                    Bytes file = verifier.good(CredentialFixture.aCredential().to(whose));
                    return new Fetched.Document(location, Optional.empty(), file);
                }));
        Person mia = livedThrough(app);
        List<String> traces = new ArrayList<>(List.of(mia.id().toString(), "Müller"));
        mia.account().emails().forEach(email -> traces.add(email.address().text()));
        mia.account().identities().forEach(identity -> traces.add(identity.subject()));
        assertThat(tablesWith(database, traces))
                .as("where the person is while she has an account")
                .contains(
                        "badgr_account",
                        "badgr_verified_email",
                        "badgr_linked_identity",
                        "badgr_terms_consent",
                        "badgr_marketing_consent",
                        "badgr_challenge",
                        "badgr_send_log",
                        "badgr_sign_in_count",
                        "badgr_share_link",
                        "badgr_collection",
                        "badgr_collection_entry",
                        "badgr_audit",
                        "badgr_merge",
                        "badgr_spelling",
                        "badgr_import",
                        "badgr_muted_mailbox",
                        "badgr_notice");
        erase(app, mia);
        app.badgr().notices().deliver(1000);
        assertThat(app.mailsTo(mia.account().emails().get(1).address()))
                .as("what waited since a bulk run is not told")
                .noneMatch(mail -> mail.kind() == Mail.Kind.AWARDED_CREATE_ACCOUNT);
        assertThat(tablesWith(database, traces)).as("an award is its issuer's").containsExactly("badgr_award");
        traces.removeIf(trace -> trace.contains("@"));
        assertThat(tablesWith(database, traces)).isEmpty();
    }

    /** Something of everything, and all of it under way. */
    private static Person livedThrough(TestApp app) {
        var badgr = app.badgr();
        EmailAddress second = EmailAddress.parse("Mia.Home-" + Some.word() + "@Home.Example");
        Person mia = app.withAddress(app.personWithAccount(), second);
        mia = merged(app, mia);
        mia = mia.after(badgr.accounts()
                .link(mia.session(), Some.identity(), mia.client())
                .orElseThrow());
        badgr.emails()
                .addSpelling(mia.session(), new EmailForm(second.text().toUpperCase(Locale.ROOT)))
                .orElseThrow();
        badgr.consents().setEmailUpdates(mia.id(), true);
        AwardId award = app.awarded(second);
        badgr.consents()
                .setAwardMails(mia.session(), new EmailForm(second.text()), false)
                .orElseThrow();
        app.awarded(mia.email());
        badgr.sharing().create(mia.id(), award, Optional.empty()).orElseThrow();
        var data = badgr.collections()
                .create(mia.id(), new CollectionForm("Data", null))
                .orElseThrow();
        badgr.collections().add(mia.id(), data.id(), award).orElseThrow();
        badgr.sharing().create(mia.id(), data.id(), Optional.empty()).orElseThrow();
        URI there = URI.create("https://other.example/" + mia.email().text());
        badgr.imports().url(mia.id(), there, mia.client()).orElseThrow();
        app.asksToAdd(mia, Some.address());
        badgr.signIns().withPassword(signIn(mia.email(), OTHER_PASSWORD), newClient());
        app.passes(Duration.ofMinutes(1));
        badgr.awards()
                .awardAll(Stream.of(NewAward.of(app.badge(), second).once("bulk", app.now())), (row, outcome) -> {});
        return mia;
    }

    /** After another account of hers was merged into this one. */
    private static Person merged(TestApp app, Person mia) {
        Person other = app.personWithAccount();
        app.passes(Duration.ofMinutes(1));
        var merges = app.badgr().merges();
        ChallengeId challenge = merges.begin(
                        mia.session(), new EmailForm(other.email().text()), mia.client())
                .orElseThrow()
                .challenge();
        String right = app.codeTo(other.email());
        ChallengeId proof = merges.confirm(mia.session(), challenge, code(right), mia.client())
                .orElseThrow();
        merges.merge(mia.session(), proof, mia.client()).orElseThrow();
        return app.signedInAgain(mia, PASSWORD);
    }

    private static void erase(TestApp app, Person mia) {
        var erasures = app.badgr().erasures();
        ChallengeId challenge =
                erasures.begin(mia.session(), mia.client()).orElseThrow().challenge();
        String right = app.codeTo(mia.email());
        ChallengeId proof = erasures.confirm(mia.session(), challenge, code(right), mia.client())
                .orElseThrow();
        erasures.erase(mia.session(), proof, mia.client()).orElseThrow();
    }

    private static Set<String> tablesWith(DataSource database, List<String> traces) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                if (rows(connection, table).stream().anyMatch(row -> shows(row, traces))) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static boolean shows(String row, List<String> traces) {
        return traces.stream().anyMatch(trace -> row.contains(trace.toLowerCase(Locale.ROOT)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("badgr_")) {
                    names.add(name);
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(15);
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.append(' ').append(text(result, columns.getColumnName(i)));
                }
                rows.add(row.toString().toLowerCase(Locale.ROOT));
            }
        }
        return rows;
    }

    /** A UUID as what it is, also where it is bytes; what is longer than that is text. */
    private static String text(ResultSet result, String column) throws SQLException {
        boolean id = result.getObject(column) instanceof byte[] bytes && bytes.length == 16;
        return (id ? new MariaDbTypes() : new Types()).key(result, column);
    }
}
